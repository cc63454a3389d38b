package dev.flotsam.triage.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.message.News.Corrected;
import dev.flotsam.triage.alert.message.News.ManyNewClusters;
import dev.flotsam.triage.alert.message.News.ManyNewClusters.Correction;
import dev.flotsam.triage.alert.message.News.ManyNewClusters.Regression;
import dev.flotsam.triage.alert.message.News.NewCluster;
import dev.flotsam.triage.alert.message.News.Regressed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookMessageTest {
    private static final Alert.Versions BACK = new Alert.Versions("5.2", "5.3 (1050)");
    private static final Instant HAPPENED = Instant.parse("2026-03-02T09:15:01Z");

    private final WebhookMessage webhook = new WebhookMessage(new Links("https://triage.example"));
    private final Cluster lantern = ClusterStories.lantern();

    @Test
    void tellsOneCluster() {
        assertThat(webhook.of(new NewCluster(lantern, 3), HAPPENED))
                .isEqualTo("""
                        {"type":"cluster.new","timestamp":"2026-03-02T09:15:01Z","data":{\
                        "cluster":{"id":"%s","app":"com.example.lighthouse","kind":"bad-access",\
                        "title":"LanternView.refresh()","first_seen":"2026-03-02T09:15:00Z","reports":3,\
                        "url":"https://triage.example/clusters/%s"},\
                        "cause":"It read memory that was freed.",\
                        "report":{"id":"0123456789abcdef0123456789abcdef","version":"5.2 (1042)","os":"iOS 17.2",\
                        "device":"iPhone15,4"},\
                        "frames":[\
                        {"index":1,"image":"Lighthouse","symbol":"LanternView.refresh()",\
                        "place":"LanternView.swift:42","in_app":true},\
                        {"index":0,"image":"libobjc.A.dylib","symbol":"objc_release","place":"","in_app":false},\
                        {"index":2,"image":"UIKitCore","symbol":"-[UIView layoutSubviews]","place":"","in_app":false}\
                        ]}}""".formatted(lantern.id(), lantern.id()));
    }

    @Test
    void tellsManyClustersWithAllTheirIds() {
        News many = new ManyNewClusters(
                List.of(lantern.id(), lantern.id()),
                Map.of(lantern.app(), 2),
                List.of(new NewCluster(lantern, 3)),
                List.of(),
                List.of());

        assertThat(webhook.of(many, HAPPENED))
                .startsWith("{\"type\":\"clusters.new\"")
                .contains("\"total\":2,\"by_app\":{\"com.example.lighthouse\":2}")
                .endsWith(
                        "\"cluster_ids\":[\"%s\",\"%s\"],\"regressed\":[],\"corrected\":[],\"url\":\"https://triage.example/?sort=first_seen\"}}"
                                .formatted(lantern.id(), lantern.id()));
    }

    @Test
    void tellsWhatAClusterTurnedOutToBe() {
        Cluster before = ClusterStories.named("com.example.lighthouse", "LanternKit + 50404", "");

        assertThat(webhook.of(new Corrected(before, lantern, 12), HAPPENED))
                .isEqualTo("""
                        {"type":"cluster.corrected","timestamp":"2026-03-02T09:15:01Z","data":{\
                        "cluster":{"id":"%s","app":"com.example.lighthouse","kind":"bad-access",\
                        "title":"LanternView.refresh()","first_seen":"2026-03-02T09:15:00Z","reports":12,\
                        "url":"https://triage.example/clusters/%s"},\
                        "before":{"id":"%s","title":"LanternKit + 50404",\
                        "url":"https://triage.example/clusters/%s"}}}""".formatted(lantern.id(), lantern.id(), before.id(), before.id()));
    }

    @Test
    void aDigestOfCorrectionsAloneSaysSo() {
        Cluster before = ClusterStories.named("com.example.lighthouse", "LanternKit + 50404", "");
        News many = new ManyNewClusters(
                List.of(), Map.of(), List.of(), List.of(), List.of(new Correction(before.id(), lantern.id())));

        assertThat(webhook.of(many, HAPPENED))
                .startsWith("{\"type\":\"clusters.corrected\"")
                .contains("\"total\":0,")
                .contains("\"corrected\":[{\"before\":\"%s\",\"id\":\"%s\"}]".formatted(before.id(), lantern.id()));
    }

    @Test
    void tellsThatAResolvedClusterIsBack() {
        assertThat(webhook.of(new Regressed(lantern, 12, BACK), HAPPENED))
                .isEqualTo("""
                        {"type":"cluster.regressed","timestamp":"2026-03-02T09:15:01Z","data":{\
                        "cluster":{"id":"%s","app":"com.example.lighthouse","kind":"bad-access",\
                        "title":"LanternView.refresh()","first_seen":"2026-03-02T09:15:00Z","reports":12,\
                        "url":"https://triage.example/clusters/%s"},\
                        "resolved_in":"5.2","seen_in":"5.3 (1050)"}}""".formatted(lantern.id(), lantern.id()));
    }

    @Test
    void aDigestOfRegressionsAloneSaysSo() {
        News many = new ManyNewClusters(
                List.of(),
                Map.of(),
                List.of(),
                List.of(new Regression(lantern.id(), lantern.app(), Optional.of(lantern.title()), BACK)),
                List.of());

        assertThat(webhook.of(many, HAPPENED))
                .startsWith("{\"type\":\"clusters.regressed\"")
                .contains("""
                        "regressed":[{"id":"%s","app":"com.example.lighthouse",\
                        "resolved_in":"5.2","seen_in":"5.3 (1050)"}]""".formatted(lantern.id()));
    }

    @Test
    void tellsThatAHookWorks() {
        assertThat(webhook.of(new News.HookWorks("on call"), HAPPENED))
                .isEqualTo(
                        "{\"type\":\"hook.test\",\"timestamp\":\"2026-03-02T09:15:01Z\",\"data\":{\"hook\":\"on call\"}}");
    }
}
