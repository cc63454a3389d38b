package dev.flotsam.aws;

import dev.flotsam.aws.dynamodb.DynamoAlerts;
import dev.flotsam.aws.dynamodb.DynamoClusters;
import dev.flotsam.aws.dynamodb.DynamoCounters;
import dev.flotsam.aws.dynamodb.DynamoDecisions;
import dev.flotsam.aws.dynamodb.DynamoHealJobs;
import dev.flotsam.aws.dynamodb.DynamoLearnedBlocks;
import dev.flotsam.aws.dynamodb.DynamoLimits;
import dev.flotsam.aws.dynamodb.DynamoLinks;
import dev.flotsam.aws.dynamodb.DynamoOccurrences;
import dev.flotsam.aws.dynamodb.DynamoPages;
import dev.flotsam.aws.dynamodb.DynamoSetAside;
import dev.flotsam.aws.dynamodb.DynamoSketches;
import dev.flotsam.aws.dynamodb.DynamoStackMemories;
import dev.flotsam.aws.dynamodb.DynamoStoredRules;
import dev.flotsam.aws.dynamodb.DynamoStoredSymbols;
import dev.flotsam.aws.dynamodb.DynamoTrails;
import dev.flotsam.aws.dynamodb.DynamoVersions;
import dev.flotsam.aws.dynamodb.DynamoWaiters;
import dev.flotsam.aws.dynamodb.Table;
import dev.flotsam.aws.event.StreamBatch.ShardNaming;
import dev.flotsam.aws.event.UploadEvents;
import dev.flotsam.aws.s3.S3GsymStore;
import dev.flotsam.aws.s3.S3Portraits;
import dev.flotsam.aws.s3.S3RawObjects;
import dev.flotsam.memory.portrait.PortraitJson;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.symbols.cache.CachedSymbols;
import dev.flotsam.symbols.cache.GsymCache;
import dev.flotsam.triage.absorb.AbsorbChanges;
import dev.flotsam.triage.absorb.AbsorbHealth;
import dev.flotsam.triage.decide.CarryDecisions;
import dev.flotsam.triage.decide.DecidedBefore;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.decide.LinkBook;
import dev.flotsam.triage.decide.Recent;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.examine.LearnedSource;
import dev.flotsam.triage.fleet.LearnNames;
import dev.flotsam.triage.fleet.RecentBlocks;
import dev.flotsam.triage.fleet.StoredNames;
import dev.flotsam.triage.heal.HealReports;
import dev.flotsam.triage.ingest.IngestUpload;
import dev.flotsam.triage.ingest.RawExemplars;
import dev.flotsam.triage.ingest.RawObjects;
import dev.flotsam.triage.ingest.ReadRawAgain;
import dev.flotsam.triage.ingest.ReopenReport;
import dev.flotsam.triage.ingest.TellAgain;
import dev.flotsam.triage.limit.LearnedLimits;
import dev.flotsam.triage.limit.Lesson;
import dev.flotsam.triage.portrait.Portraits;
import dev.flotsam.triage.rules.RulesInForce;
import dev.flotsam.triage.symbol.FetchStored;
import dev.flotsam.triage.symbol.IndexUpload;
import dev.flotsam.triage.symbol.WakeWaiting;
import dev.flotsam.triage.symbol.WakefulWaiters;
import dev.flotsam.triage.trail.FollowTrail;
import dev.flotsam.triage.trail.RetellEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What template.yaml tells a function about its surroundings, read from environment variables. A variable is asked for
 * when it is needed: a function is given only those of what it may touch.
 */
public final class Deployment {
    /** Of the 512 MB of disk that every function has. */
    private static final long GSYM_CACHE_BYTES = 300L << 20;

    private final Map<String, String> environment;

    private Deployment(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The surroundings that {@code environment} describes. */
    public static Deployment of(Map<String, String> environment) {
        return new Deployment(environment);
    }

    /** Bucket of uploads and symbol indexes. */
    public String bucket() {
        return required("BUCKET");
    }

    /** How long reports, their raw objects and day counters are kept. */
    public Duration retention() {
        return Duration.ofDays(Long.parseLong(required("RETENTION_DAYS")));
    }

    /** Least time between two digests to one hook. */
    public Duration digestEvery() {
        return Duration.ofSeconds(Long.parseLong(required("DIGEST_SECONDS")));
    }

    /** Whether stream events name their shard. */
    public ShardNaming shardNaming() {
        return ShardNaming.parse(required("STREAM_SHARDS"));
    }

    /** The occurrences table. */
    public Table occurrences(DynamoDbClient client) {
        return new Table(client, required("OCCURRENCES_TABLE"), "id", "part");
    }

    /** The clusters table. */
    public Table clusters(DynamoDbClient client) {
        return new Table(client, required("CLUSTERS_TABLE"), "pk", "sk");
    }

    /** The symbols table. */
    public Table symbols(DynamoDbClient client) {
        return new Table(client, required("SYMBOLS_TABLE"), "pk", "sk");
    }

    /** The settings table. */
    public Table settings(DynamoDbClient client) {
        return new Table(client, required("SETTINGS_TABLE"), "pk", "sk");
    }

    /** The sessions table: trails of installations, personal and short-lived, and the memory limits they teach. */
    public Table sessions(DynamoDbClient client) {
        return new Table(client, required("SESSIONS_TABLE"), "pk", "sk");
    }

    /** How long after an end's first report others join it; witnesses are kept for twice as long. */
    public Duration trailRetention() {
        return Duration.ofDays(Long.parseLong(required("TRAIL_DAYS")));
    }

    /** The memory-limit atlas, as far as this function has asked for it. */
    public LearnedLimits learnedLimits(DynamoDbClient dynamodb) {
        return new LearnedLimits(new DynamoLimits(sessions(dynamodb)), Clock.systemUTC());
    }

    /**
     * Reads and signs reports with the symbols stored here by the rules that are in force for each app, shows the names
     * that were learned, and judges with the limits that it may read.
     */
    public Examiner examiner(DynamoDbClient dynamodb, S3Client s3) {
        boolean mayRead = !optional("SESSIONS_TABLE").isEmpty();
        RecentBlocks recent = new RecentBlocks(new DynamoLearnedBlocks(symbols(dynamodb)), Clock.systemUTC());
        return Examiner.withBuiltInRules(
                        storedSymbols(dynamodb, s3),
                        new StoredNames(recent),
                        mayRead ? learnedLimits(dynamodb) : KnownLimits.NONE)
                .by(rulesInForce(dynamodb));
    }

    /** What indexes uploaded symbols. */
    public IndexUpload indexUpload(DynamoDbClient dynamodb, S3Client s3) {
        return new IndexUpload(
                rawObjects(s3),
                new S3GsymStore(s3, bucket()),
                new DynamoStoredSymbols(symbols(dynamodb)),
                new WakeWaiting(new DynamoWaiters(symbols(dynamodb)), healJobs(dynamodb)),
                disk());
    }

    /**
     * The function's disk. Lambda's is {@code /tmp}; elsewhere {@code TMPDIR} gives each function its own. The system
     * property can't: Quarkus sets it to {@code /tmp} when a function starts, whatever the command line says.
     */
    private Path disk() {
        return Path.of(environment.getOrDefault("TMPDIR", "/tmp"));
    }

    /** Stored symbols, recently used ones kept on the function's disk. */
    private SymbolSource storedSymbols(DynamoDbClient dynamodb, S3Client s3) {
        Path directory = disk().resolve("gsym");
        try {
            Files.createDirectories(directory);
            return new CachedSymbols(new GsymCache(
                    directory,
                    GSYM_CACHE_BYTES,
                    new FetchStored(new DynamoStoredSymbols(symbols(dynamodb)), new S3GsymStore(s3, bucket()))));
        } catch (IOException broken) {
            throw new UncheckedIOException("the function's disk at " + directory, broken);
        }
    }

    /** Names that were learned are shown and not recorded: reading them for records would cost and change nothing. */
    private Examiner recordingExaminer(DynamoDbClient dynamodb, S3Client s3, KnownLimits limits) {
        return Examiner.withBuiltInRules(storedSymbols(dynamodb, s3), LearnedSource.NONE, limits)
                .by(rulesInForce(dynamodb));
    }

    private RulesInForce rulesInForce(DynamoDbClient dynamodb) {
        return new RulesInForce(new DynamoStoredRules(settings(dynamodb)), Clock.systemUTC());
    }

    /** What records an S3 event's reports. */
    public UploadEvents uploadEvents(DynamoDbClient dynamodb, S3Client s3) {
        LearnedLimits limits = learnedLimits(dynamodb);
        Portraits portraits = portraits(s3);
        Examiner examiner = recordingExaminer(dynamodb, s3, limits);
        LearnNames names =
                new LearnNames(new DynamoLearnedBlocks(symbols(dynamodb)), examiner::origin, Clock.systemUTC());
        return new UploadEvents(new IngestUpload(
                rawObjects(s3),
                examiner,
                followTrail(dynamodb, limits),
                keepApart(dynamodb),
                (finding, records) -> {
                    limits.learn(Lesson.of(finding, records.getFirst().id()));
                    names.learn(finding);
                    if (finding instanceof Finding.Portrait portrait) {
                        portraits.put(records.getFirst().id(), PortraitJson.of(portrait.report()));
                    }
                },
                retention()));
    }

    /** What joins reports of one installation. */
    private FollowTrail followTrail(DynamoDbClient dynamodb, KnownLimits limits) {
        return new FollowTrail(
                new DynamoTrails(sessions(dynamodb)),
                new DynamoOccurrences(occurrences(dynamodb)),
                keepApart(dynamodb),
                limits,
                trailRetention());
    }

    /** Answers of memory portraits. */
    public Portraits portraits(S3Client s3) {
        return new S3Portraits(s3, bucket());
    }

    /** What people set apart. */
    public KeepApart keepApart(DynamoDbClient dynamodb) {
        return new KeepApart(recentLinks(dynamodb));
    }

    private Recent<LinkBook> recentLinks(DynamoDbClient dynamodb) {
        return new Recent<>(new DynamoLinks(settings(dynamodb))::find, Clock.systemUTC());
    }

    /** What absorbs the stream of occurrences. */
    public AbsorbChanges absorbChanges(DynamoDbClient dynamodb, S3Client s3) {
        Table clusters = clusters(dynamodb);
        return AbsorbChanges.over(
                new DynamoClusters(clusters),
                new RawExemplars(
                        new ReopenReport(rawObjects(s3), examiner(dynamodb, s3)), new DynamoStackMemories(clusters)),
                new DynamoPages(clusters),
                new WakefulWaiters(
                        new DynamoWaiters(symbols(dynamodb)),
                        new DynamoStoredSymbols(symbols(dynamodb)),
                        healJobs(dynamodb)),
                new DynamoAlerts(clusters),
                new DynamoSketches(clusters),
                new DynamoCounters(clusters),
                new DynamoSetAside(clusters),
                new DecidedBefore(
                        new DynamoDecisions(settings(dynamodb)),
                        new DynamoLinks(settings(dynamodb)),
                        recentLinks(dynamodb)),
                Clock.systemUTC());
    }

    /** What absorbs the stream of occurrences into the health of apps. */
    public AbsorbHealth absorbHealth(DynamoDbClient dynamodb) {
        Table clusters = clusters(dynamodb);
        return new AbsorbHealth(
                new DynamoVersions(clusters),
                new DynamoClusters(clusters),
                new DynamoAlerts(clusters),
                new DynamoPages(clusters),
                new DynamoSketches(clusters),
                new DynamoCounters(clusters),
                new DynamoSetAside(clusters),
                Clock.systemUTC());
    }

    /**
     * What steps heal jobs.
     *
     * @param leftBehind hears why a report could not be healed
     */
    public HealReports healReports(DynamoDbClient dynamodb, S3Client s3, Consumer<String> leftBehind) {
        Table clusters = clusters(dynamodb);
        Examiner examiner = recordingExaminer(dynamodb, s3, learnedLimits(dynamodb));
        DynamoOccurrences occurrences = new DynamoOccurrences(occurrences(dynamodb));
        TellAgain tell = new TellAgain(
                new RetellEnd(new DynamoTrails(sessions(dynamodb)), examiner.limits(), Clock.systemUTC()),
                occurrences,
                new ReopenReport(rawObjects(s3), examiner));
        return new HealReports(
                healJobs(dynamodb),
                new DynamoPages(clusters),
                occurrences,
                new ReadRawAgain(rawObjects(s3), examiner, keepApart(dynamodb), Optional.of(tell)),
                new DynamoWaiters(symbols(dynamodb)),
                new DynamoAlerts(clusters),
                new CarryDecisions(
                        new DynamoDecisions(settings(dynamodb)),
                        new DynamoLinks(settings(dynamodb)),
                        new DynamoClusters(clusters)),
                leftBehind,
                Clock.systemUTC());
    }

    private DynamoHealJobs healJobs(DynamoDbClient dynamodb) {
        return new DynamoHealJobs(symbols(dynamodb), Clock.systemUTC());
    }

    /** Raw uploads. */
    public RawObjects rawObjects(S3Client s3) {
        return new S3RawObjects(s3, bucket());
    }

    /** Whether messages may go to this machine: {@code flotsam up} only. */
    public boolean allowsLoopbackHooks() {
        return optional("ALLOW_LOOPBACK_HOOKS").equals("true");
    }

    /** A variable that may be left out; empty then. */
    public String optional(String name) {
        return environment.getOrDefault(name, "");
    }

    /** A variable that must be set. */
    public String required(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("environment variable " + name + " is not set; template.yaml sets it");
        }
        return value;
    }
}
