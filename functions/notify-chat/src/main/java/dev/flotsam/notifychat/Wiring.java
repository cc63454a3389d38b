package dev.flotsam.notifychat;

import dev.flotsam.aws.Deployment;
import dev.flotsam.aws.dynamodb.DynamoAlerts;
import dev.flotsam.aws.dynamodb.DynamoClusters;
import dev.flotsam.aws.dynamodb.DynamoCounters;
import dev.flotsam.aws.dynamodb.DynamoHooks;
import dev.flotsam.aws.dynamodb.DynamoOutbox;
import dev.flotsam.aws.dynamodb.Table;
import dev.flotsam.aws.ssm.SsmSecrets;
import dev.flotsam.notifychat.http.HttpMessenger;
import dev.flotsam.notifychat.http.Reach;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.alert.AnnounceAlerts;
import dev.flotsam.triage.alert.ComposeLetter;
import dev.flotsam.triage.alert.Pace;
import dev.flotsam.triage.alert.Timing;
import dev.flotsam.triage.alert.message.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** What this function is made of. */
@ApplicationScoped
class Wiring {
    private final Deployment deployment = Deployment.of(System.getenv());

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    AnnounceAlerts announceAlerts(DynamoDbClient dynamodb, SsmClient ssm, Clock clock) {
        Table table = deployment.clusters(dynamodb);
        Clusters clusters = new DynamoClusters(table);
        Counters counters = new DynamoCounters(table);
        ComposeLetter composeLetter = new ComposeLetter(
                clusters,
                cluster -> counters.read(Counter.Key.total(cluster)).tally().reports(),
                new SsmSecrets(ssm, clock),
                new Links(deployment.optional("PUBLIC_URL")));
        Reach reach =
                deployment.optional("ALLOW_LOOPBACK_HOOKS").equals("true") ? Reach.PUBLIC_AND_LOOPBACK : Reach.PUBLIC;
        return new AnnounceAlerts(
                new DynamoAlerts(table),
                clusters,
                new DynamoHooks(deployment.settings(dynamodb)),
                new DynamoOutbox(table),
                composeLetter,
                HttpMessenger.within(reach),
                Pace.USUAL.withDigestEvery(deployment.digestEvery()),
                new Timing(clock, Wiring::pause, () -> UUID.randomUUID().toString()));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
