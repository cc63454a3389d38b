package dev.flotsam.servetriage;

import dev.flotsam.aws.Deployment;
import dev.flotsam.aws.dynamodb.DynamoAlerts;
import dev.flotsam.aws.dynamodb.DynamoApiKeys;
import dev.flotsam.aws.dynamodb.DynamoClusters;
import dev.flotsam.aws.dynamodb.DynamoCounters;
import dev.flotsam.aws.dynamodb.DynamoDecisions;
import dev.flotsam.aws.dynamodb.DynamoHooks;
import dev.flotsam.aws.dynamodb.DynamoLimits;
import dev.flotsam.aws.dynamodb.DynamoLinks;
import dev.flotsam.aws.dynamodb.DynamoOccurrences;
import dev.flotsam.aws.dynamodb.DynamoOutbox;
import dev.flotsam.aws.dynamodb.DynamoPages;
import dev.flotsam.aws.dynamodb.DynamoQuotas;
import dev.flotsam.aws.dynamodb.DynamoSketches;
import dev.flotsam.aws.dynamodb.DynamoStackMemories;
import dev.flotsam.aws.dynamodb.DynamoStoredRules;
import dev.flotsam.aws.dynamodb.DynamoStoredSymbols;
import dev.flotsam.aws.dynamodb.DynamoTrails;
import dev.flotsam.aws.dynamodb.DynamoVersions;
import dev.flotsam.aws.dynamodb.DynamoWaiters;
import dev.flotsam.aws.dynamodb.Table;
import dev.flotsam.aws.s3.S3PostForms;
import dev.flotsam.aws.ssm.SsmSecrets;
import dev.flotsam.signature.Ruleset;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.access.Authenticate;
import dev.flotsam.triage.alert.ManageHooks;
import dev.flotsam.triage.decide.CarryDecisions;
import dev.flotsam.triage.decide.DecideCluster;
import dev.flotsam.triage.decide.Decisions;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.decide.LinkClusters;
import dev.flotsam.triage.decide.Links;
import dev.flotsam.triage.decide.MoveParts;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.health.ShowHealth;
import dev.flotsam.triage.ingest.ReadAgain;
import dev.flotsam.triage.ingest.ReadRawAgain;
import dev.flotsam.triage.ingest.RecallEnd;
import dev.flotsam.triage.ingest.ReopenReport;
import dev.flotsam.triage.limit.Limits;
import dev.flotsam.triage.portrait.Portraits;
import dev.flotsam.triage.query.ListClusters;
import dev.flotsam.triage.query.ListMissingSymbols;
import dev.flotsam.triage.query.ListReports;
import dev.flotsam.triage.query.ShowCluster;
import dev.flotsam.triage.rules.AdoptRules;
import dev.flotsam.triage.rules.ManageRules;
import dev.flotsam.triage.rules.PreviewRules;
import dev.flotsam.triage.rules.StoredRules;
import dev.flotsam.triage.similar.SuggestMerges;
import dev.flotsam.triage.symbol.StoredSymbols;
import dev.flotsam.triage.upload.OpenUpload;
import dev.flotsam.triage.upload.Quota;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** What this function is made of. */
class Wiring {
    private final Deployment deployment = Deployment.of(System.getenv());

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    Authenticate authenticate(DynamoDbClient dynamodb) {
        return new Authenticate(new DynamoApiKeys(deployment.settings(dynamodb)));
    }

    @Singleton
    Examiner examiner(DynamoDbClient dynamodb, S3Client s3) {
        return deployment.examiner(dynamodb, s3);
    }

    @Singleton
    Occurrences occurrences(DynamoDbClient dynamodb) {
        return new DynamoOccurrences(deployment.occurrences(dynamodb));
    }

    @Singleton
    ReopenReport reopenReport(S3Client s3, Examiner examiner) {
        return new ReopenReport(deployment.rawObjects(s3), examiner);
    }

    @Singleton
    RecallEnd recallEnd(
            DynamoDbClient dynamodb,
            Occurrences occurrences,
            ReopenReport reopenReport,
            Examiner examiner,
            Clock clock) {
        return new RecallEnd(
                new DynamoTrails(deployment.sessions(dynamodb)), occurrences, reopenReport, examiner.limits(), clock);
    }

    @Singleton
    ListReports listReports(DynamoDbClient dynamodb, Occurrences occurrences) {
        return new ListReports(new DynamoPages(deployment.clusters(dynamodb)), occurrences);
    }

    @Singleton
    Decisions decisions(DynamoDbClient dynamodb) {
        return new DynamoDecisions(deployment.settings(dynamodb));
    }

    @Singleton
    Links links(DynamoDbClient dynamodb) {
        return new DynamoLinks(deployment.settings(dynamodb));
    }

    @Singleton
    DecideCluster decideCluster(Decisions decisions, Clock clock) {
        return new DecideCluster(decisions, clock);
    }

    @Singleton
    SuggestMerges suggestMerges(DynamoDbClient dynamodb) {
        Table clusters = deployment.clusters(dynamodb);
        return new SuggestMerges(
                new DynamoStackMemories(clusters), new DynamoClusters(clusters), new DynamoCounters(clusters));
    }

    @Singleton
    StoredRules storedRules(DynamoDbClient dynamodb) {
        return new DynamoStoredRules(deployment.settings(dynamodb));
    }

    @Singleton
    ManageRules manageRules(StoredRules stored, Clock clock) {
        return new ManageRules(stored, clock);
    }

    @Singleton
    PreviewRules previewRules(
            DynamoDbClient dynamodb,
            S3Client s3,
            Occurrences occurrences,
            Examiner examiner,
            Links links,
            Clock clock) {
        Table clusters = deployment.clusters(dynamodb);
        return new PreviewRules(
                new DynamoClusters(clusters),
                new DynamoPages(clusters),
                occurrences,
                readers(s3, examiner, links),
                clock);
    }

    @Singleton
    AdoptRules adoptRules(
            DynamoDbClient dynamodb,
            S3Client s3,
            StoredRules stored,
            Occurrences occurrences,
            Examiner examiner,
            Decisions decisions,
            Links links,
            Clock clock) {
        Table clusters = deployment.clusters(dynamodb);
        return new AdoptRules(
                stored,
                new DynamoClusters(clusters),
                new DynamoPages(clusters),
                occurrences,
                readers(s3, examiner, links),
                new CarryDecisions(decisions, links, new DynamoClusters(clusters)),
                clock);
    }

    private BiFunction<String, Ruleset, ReadAgain> readers(S3Client s3, Examiner examiner, Links links) {
        Ruleset others = Ruleset.builtIn();
        return (app, ruleset) -> new ReadRawAgain(
                deployment.rawObjects(s3),
                examiner.by(named -> named.equals(app) ? ruleset : others),
                new KeepApart(links::find));
    }

    @Singleton
    LinkClusters linkClusters(Links links, Clock clock) {
        return new LinkClusters(links, clock);
    }

    @Singleton
    MoveParts moveParts(
            DynamoDbClient dynamodb, Occurrences occurrences, Links links, ReopenReport reopenReport, Clock clock) {
        return new MoveParts(
                new DynamoPages(deployment.clusters(dynamodb)), occurrences, links, reopenReport::cleanFrames, clock);
    }

    @Singleton
    ListClusters listClusters(DynamoDbClient dynamodb, Decisions decisions, Links links, Clock clock) {
        Table clusters = deployment.clusters(dynamodb);
        return new ListClusters(
                new DynamoClusters(clusters),
                new DynamoCounters(clusters),
                new DynamoSketches(clusters),
                decisions,
                links,
                clock);
    }

    @Singleton
    ShowCluster showCluster(DynamoDbClient dynamodb, Decisions decisions, Links links, Clock clock) {
        Table clusters = deployment.clusters(dynamodb);
        return new ShowCluster(
                new DynamoClusters(clusters),
                new DynamoCounters(clusters),
                new DynamoSketches(clusters),
                decisions,
                links,
                clock);
    }

    @Singleton
    StoredSymbols storedSymbols(DynamoDbClient dynamodb) {
        return new DynamoStoredSymbols(deployment.symbols(dynamodb));
    }

    @Singleton
    ListMissingSymbols listMissingSymbols(DynamoDbClient dynamodb, StoredSymbols symbols) {
        DynamoWaiters waiters = new DynamoWaiters(deployment.symbols(dynamodb));
        return new ListMissingSymbols(waiters, waiters, symbols, new DynamoCounters(deployment.clusters(dynamodb)));
    }

    @Singleton
    OpenUpload openUpload(DynamoDbClient dynamodb, S3Client s3) {
        return new OpenUpload(
                new S3PostForms(s3, deployment.bucket()),
                new DynamoQuotas(deployment.clusters(dynamodb)),
                Quota.DAILY,
                Clock.systemUTC(),
                new SecureRandom());
    }

    @Singleton
    Limits limits(DynamoDbClient dynamodb) {
        return new DynamoLimits(deployment.sessions(dynamodb));
    }

    @Singleton
    ShowHealth showHealth(DynamoDbClient dynamodb) {
        Table clusters = deployment.clusters(dynamodb);
        return new ShowHealth(
                new DynamoClusters(clusters),
                new DynamoVersions(clusters),
                new DynamoCounters(clusters),
                new DynamoSketches(clusters));
    }

    @Singleton
    Portraits portraits(S3Client s3) {
        return deployment.portraits(s3);
    }

    @Singleton
    ManageHooks manageHooks(DynamoDbClient dynamodb, SsmClient ssm) {
        Table clusters = deployment.clusters(dynamodb);
        return new ManageHooks(
                new DynamoHooks(deployment.settings(dynamodb)),
                new DynamoOutbox(clusters),
                new DynamoAlerts(clusters),
                new SsmSecrets(ssm, Clock.systemUTC()),
                deployment.required("PARAMETER_PREFIX"),
                deployment.allowsLoopbackHooks(),
                Clock.systemUTC(),
                new SecureRandom());
    }
}
