package dev.flotsam.triage.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.FrameLine;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.message.News.Corrected;
import dev.flotsam.triage.alert.message.News.ManyNewClusters;
import dev.flotsam.triage.alert.message.News.ManyNewClusters.Correction;
import dev.flotsam.triage.alert.message.News.ManyNewClusters.Regression;
import dev.flotsam.triage.alert.message.News.NewCluster;
import dev.flotsam.triage.alert.message.News.Regressed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackMessageTest {
    private static final Alert.Versions HOSTILE = new Alert.Versions("<!channel>`5`", "<&>😀`".repeat(500));
    private final SlackMessage slack = new SlackMessage(new Links("https://triage.example/"));

    @Test
    void tellsCauseFramesVersionDeviceAndWhere() {
        String body = slack.of(new NewCluster(ClusterStories.lantern(), 3));

        assertThat(texts(body))
                .anySatisfy(text -> assertThat(text).isEqualTo("New crash in com.example.lighthouse"))
                .contains("`LanternView.refresh()`", "It read memory that was freed.")
                .contains("Version\n5.2 (1042)", "Device\niPhone15,4", "OS\niOS 17.2");
        assertThat(body).contains("https://triage.example/clusters/").contains("<!date^1772442900^");
    }

    @Test
    void putsTheTopmostFrameOfTheAppFirst() {
        String block = texts(slack.of(new NewCluster(ClusterStories.lantern(), 3))).stream()
                .filter(text -> text.startsWith("```"))
                .findFirst()
                .orElseThrow();

        assertThat(block.lines().skip(1))
                .startsWith(
                        "▸ 1 LanternView.refresh()  Lighthouse LanternView.swift:42",
                        "  0 objc_release  libobjc.A.dylib");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel> wake up",
                "<https://evil.example|click>",
                "&lt;!here&gt;",
                "```<!everyone>```",
                "`code` *bold* _it_ ~no~",
                "<script>alert(1)</script>"
            })
    void rendersHostileNamesAsText(String hostile) {
        Cluster cluster =
                ClusterStories.named(hostile, hostile, hostile, new FrameLine(hostile, hostile, hostile, true));

        for (News news : List.of(
                new NewCluster(cluster, 1),
                new Corrected(cluster, cluster, 1),
                new Regressed(cluster, 1, HOSTILE),
                many(25, cluster))) {
            assertThat(texts(slack.of(news))).allSatisfy(text -> {
                String unescaped = text.replaceAll("<!date\\^\\d+\\^[^|]*\\|[^>]*>", "")
                        .replaceAll("<https://triage\\.example/[?/a-z0-9_=]*\\|[A-Za-z ]*>", "");
                assertThat(unescaped).doesNotContain("<").doesNotContain(">");
                assertThat(unescaped.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
                assertThat(text.chars().filter(c -> c == '`').count() % 2).isZero();
            });
        }
    }

    @Test
    void staysWithinSlacksLimitsWhateverTheReportSays() {
        String huge = "<&>😀`".repeat(5_000);
        List<FrameLine> stack = Collections.nCopies(500, new FrameLine(huge, huge, huge, true));
        Cluster cluster = ClusterStories.named(huge, huge, huge, stack.toArray(FrameLine[]::new));

        for (News news : List.of(
                new NewCluster(cluster, 1),
                new Regressed(cluster, 1, HOSTILE),
                many(1_000, cluster),
                new News.HookWorks(huge))) {
            String body = slack.of(news);
            assertThat(blocks(body)).hasSizeBetween(2, 50);
            assertThat(texts(body)).allSatisfy(text -> assertThat(text.length()).isBetween(1, 3_000));
            assertThat(headers(body))
                    .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(150));
        }
    }

    @Test
    void namesManyClustersWithCountsAndSaysHowManyMore() {
        String body = slack.of(many(1_000, ClusterStories.lantern()));

        assertThat(texts(body))
                .contains("1000 new clusters in com.example.lighthouse · 20 regressed clusters")
                .anySatisfy(text ->
                        assertThat(text).startsWith("`LanternView.refresh()`").contains("7 reports"))
                .anySatisfy(text -> assertThat(text).startsWith("and 980 more"));
    }

    @Test
    void tellsWhatAClusterTurnedOutToBe() {
        Cluster before = ClusterStories.named("com.example.lighthouse", "LanternKit + 50404", "");

        String body = slack.of(new Corrected(before, ClusterStories.lantern(), 12));

        assertThat(texts(body))
                .contains("Symbols arrived for com.example.lighthouse")
                .contains("`LanternKit + 50404`\nis now\n`LanternView.refresh()`")
                .anySatisfy(text -> assertThat(text)
                        .startsWith("12 reports")
                        .contains(ClusterStories.lantern().id().value()));
    }

    @Test
    void tellsThatAResolvedClusterIsBackAndInWhichVersion() {
        String body = slack.of(new Regressed(ClusterStories.lantern(), 12, new Alert.Versions("5.2", "5.3 (1050)")));

        assertThat(texts(body))
                .contains("Regressed in com.example.lighthouse", "`LanternView.refresh()`")
                .contains("It was resolved in `5.2` and is seen again in `5.3 (1050)`.")
                .anySatisfy(text -> assertThat(text)
                        .startsWith("12 reports")
                        .contains(ClusterStories.lantern().id().value()));
    }

    @Test
    void aDigestNamesRegressionsBesideNewClusters() {
        Cluster lantern = ClusterStories.lantern();
        Regression back = new Regression(
                lantern.id(), lantern.app(), Optional.of(lantern.title()), new Alert.Versions("5.2", "5.3 (1050)"));
        News digest = new ManyNewClusters(
                List.of(lantern.id()),
                Map.of(lantern.app(), 1),
                List.of(new NewCluster(lantern, 3)),
                List.of(back),
                List.of());

        assertThat(texts(slack.of(digest)))
                .contains("1 new cluster in com.example.lighthouse · 1 regressed cluster")
                .anySatisfy(
                        text -> assertThat(text)
                                .startsWith(
                                        "`LanternView.refresh()`\nIn `com.example.lighthouse`, resolved in `5.2` and is seen again in `5.3 (1050)`"))
                .anySatisfy(text -> assertThat(text).startsWith("That is all of them"));
    }

    @Test
    void aDigestCountsCorrectionsBesideNewClusters() {
        Cluster lantern = ClusterStories.lantern();
        List<Correction> corrected = List.of(
                new Correction(lantern.id(), lantern.id()),
                new Correction(ClusterId.of("app", "0x1234"), lantern.id()));
        List<ClusterId> ids = List.of(lantern.id());

        News both = new ManyNewClusters(
                ids, Map.of(lantern.app(), 1), List.of(new NewCluster(lantern, 3)), List.of(), corrected);
        News alone = new ManyNewClusters(List.of(), Map.of(), List.of(), List.of(), corrected);

        assertThat(texts(slack.of(both)))
                .contains("1 new cluster in com.example.lighthouse · Symbols arrived for 2 clusters");
        assertThat(texts(slack.of(alone))).contains("Symbols arrived for 2 clusters");
    }

    @Test
    void leavesLinksOutWhereThereIsNoPage() {
        String body = new SlackMessage(new Links("")).of(new NewCluster(ClusterStories.lantern(), 1));

        assertThat(body).doesNotContain("Open in Flotsam").doesNotContain("/clusters/");
    }

    private static ManyNewClusters many(int count, Cluster cluster) {
        List<ClusterId> ids = IntStream.range(0, count)
                .mapToObj(i -> ClusterId.of("app", "signature " + i))
                .toList();
        return new ManyNewClusters(
                ids,
                Map.of(cluster.app(), count),
                Collections.nCopies(ManyNewClusters.MOST_NAMED, new NewCluster(cluster, 7)),
                Collections.nCopies(
                        ManyNewClusters.MOST_NAMED,
                        new Regression(cluster.id(), cluster.app(), Optional.of(cluster.title()), HOSTILE)),
                List.of());
    }

    private static List<JsonValue> blocks(String body) {
        return root(body).get("blocks").elements();
    }

    private static List<String> headers(String body) {
        return blocks(body).stream()
                .filter(block -> block.text("type").equals("header"))
                .map(block -> block.get("text").text("text"))
                .toList();
    }

    /** Every text that Slack shows. */
    private static List<String> texts(String body) {
        List<String> texts = new ArrayList<>(List.of(root(body).text("text")));
        for (JsonValue block : blocks(body)) {
            List<JsonValue> objects = new ArrayList<>(block.get("fields").elements());
            objects.addAll(block.get("elements").elements());
            if (block.get("text").isPresent()) {
                objects.add(block.get("text"));
            }
            objects.forEach(object -> texts.add(object.text("text")));
        }
        return texts;
    }

    private static JsonValue root(String body) {
        JsonLimits limits = new JsonLimits(64, 2_000_000, 1 << 20, 1_024, 64);
        return new JsonReader(limits)
                .read(body.getBytes(StandardCharsets.UTF_8))
                .root();
    }
}
