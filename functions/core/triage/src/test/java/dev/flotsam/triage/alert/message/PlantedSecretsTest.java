package dev.flotsam.triage.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.FrameLine;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.message.News.ManyNewClusters;
import dev.flotsam.triage.alert.message.News.NewCluster;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plants one personal or secret thing everywhere a report's text gets into a message. */
class PlantedSecretsTest {
    private static final Links LINKS = new Links("https://triage.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane.doe@example.com",
                "/Users/janedoe/Library",
                "3F2504E0-4F89-41D3-9A0C-0305E82C3301",
                "00008110-001A2D3C0E38801E",
                "Bearer abcdefgh12345678",
                "2b6f0cc904d137be2e1730235f5664094b831186",
                "192.168.178.21",
                "2001:db8:85a3::8a2e:370:7334"
            })
    void reachesNoMessage(String planted) {
        String text = "failed for " + planted + " today";
        Cluster cluster = ClusterStories.named(text, text, text, new FrameLine(text, text, text, true));
        NewCluster one = new NewCluster(cluster, 1);
        Alert.Versions versions = new Alert.Versions("5.2", "5.3");
        ManyNewClusters.Regression back =
                new ManyNewClusters.Regression(cluster.id(), text, Optional.of(text), versions);
        List<News> all = List.of(
                one,
                new News.Corrected(cluster, cluster, 2),
                new ManyNewClusters(
                        List.of(cluster.id(), cluster.id()),
                        Map.of(text, 1, "b", 1),
                        List.of(one),
                        List.of(back),
                        List.of()),
                new News.Regressed(cluster, 2, versions));
        String secret = planted.replace("Bearer ", "").replace("/Users/", "").replace("/Library", "");

        for (News news : all) {
            assertThat(new SlackMessage(LINKS).of(news)).contains("failed for").doesNotContain(secret);
            assertThat(new WebhookMessage(LINKS).of(news, Instant.EPOCH))
                    .contains("failed for")
                    .doesNotContain(secret);
        }
    }
}
