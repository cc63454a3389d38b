package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static dev.flotsam.contracts.report.ReportBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Cluster.FrameLine;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Clusters.Slice;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of clusters does. */
public abstract class ClustersContract {
    private static final Exemplar EXEMPLAR = new Exemplar(
            "The app read memory at 0x18, which belongs to nobody.",
            List.of(
                    new FrameLine("Lantern Kit", "decode(_:)", "LanternDecoder.swift:203", true),
                    new FrameLine("libdispatch.dylib", "_dispatch_client_callout", "", false),
                    new FrameLine("odd\tname", "灯台.tab\there\nand a line", "a\tb.swift:1", true)),
            List.of("skipped 2 frames of the runtime", "kind bad-access"));

    /** A store that holds nothing. */
    protected abstract Clusters emptyClusters();

    @Test
    void aClusterComesBackAsItWasStored() {
        Clusters clusters = emptyClusters();
        Cluster cluster = cluster(APP, "Lantern.decode()", UPLOADED, EXEMPLAR);
        assertThat(clusters.putIfAbsent(cluster)).isEqualTo(cluster);
        assertThat(clusters.find(cluster.id())).contains(cluster);
    }

    @Test
    void aClusterWithoutWordsOrAppComesBackToo() {
        Clusters clusters = emptyClusters();
        Cluster cluster = cluster("", "", UPLOADED, Exemplar.NONE);
        clusters.putIfAbsent(cluster);
        assertThat(clusters.find(cluster.id())).contains(cluster);
    }

    @Test
    void theFirstOneStandsAndWhoComesLaterIsToldSo() {
        Clusters clusters = emptyClusters();
        Cluster first = cluster(APP, "Lantern.decode()", UPLOADED, EXEMPLAR);
        Cluster later = cluster(APP, "Lantern.decode()", UPLOADED.plusSeconds(9), Exemplar.NONE);
        clusters.putIfAbsent(first);
        assertThat(clusters.putIfAbsent(later)).isEqualTo(first);
        assertThat(clusters.find(first.id())).contains(first);
    }

    @Test
    void ofManyWhoStoreAtOnceAllLearnWhoWasFirst() throws Exception {
        Clusters clusters = emptyClusters();
        List<Cluster> answers = Racing.all(
                8,
                number -> clusters.putIfAbsent(
                        cluster(APP, "Lantern.decode()", UPLOADED.plusSeconds(number), Exemplar.NONE)));
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(clusters.find(answers.getFirst().id())).contains(answers.getFirst());
    }

    @Test
    void aClusterThatNobodyStoredIsNotThere() {
        Clusters clusters = emptyClusters();
        assertThat(clusters.find(ClusterId.of(APP, "nothing"))).isEmpty();
        assertThat(clusters.findAll(List.of(ClusterId.of(APP, "nothing")))).isEmpty();
        assertThat(clusters.apps()).isEmpty();
        assertThat(clusters.ofApp(APP, Optional.empty(), 5)).isEqualTo(new Slice(List.of(), Optional.empty()));
    }

    @Test
    void manyClustersAreFoundAtOnceAndThoseThatAreMissingLeftOut() {
        Clusters clusters = emptyClusters();
        List<Cluster> stored = IntStream.range(0, 120)
                .mapToObj(number -> cluster(APP, "Place" + number, UPLOADED, Exemplar.NONE))
                .toList();
        stored.forEach(clusters::putIfAbsent);
        List<ClusterId> asked = IntStream.range(0, 130)
                .mapToObj(number -> ClusterId.of(APP, "Place" + number))
                .toList();
        assertThat(clusters.findAll(asked).values()).containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void appsAreNamedOnceInOrderAndEveryNameLeadsToItsClusters() {
        Clusters clusters = emptyClusters();
        for (String app : List.of("com.example.lighthouse", "", "com.example.buoy", "com.example.lighthouse")) {
            clusters.putIfAbsent(cluster(app, "Place.in" + app, UPLOADED, Exemplar.NONE));
        }
        assertThat(clusters.apps()).hasSize(3).isSorted();
        assertThat(clusters.apps()).contains("com.example.buoy", "com.example.lighthouse");
        assertThat(clusters.apps())
                .allSatisfy(app -> assertThat(
                                clusters.ofApp(app, Optional.empty(), 5).clusters())
                        .hasSize(1));
    }

    @Test
    void anAppsClustersComeNewestFirstPageByPageAndEachOnce() {
        Clusters clusters = emptyClusters();
        List<Cluster> stored = IntStream.range(0, 7)
                .mapToObj(number -> cluster(APP, "Place" + number, UPLOADED.plusSeconds(number / 2), Exemplar.NONE))
                .toList();
        stored.forEach(clusters::putIfAbsent);
        clusters.putIfAbsent(cluster("com.example.buoy", "Place0", UPLOADED, Exemplar.NONE));
        List<Cluster> listed = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Slice slice = clusters.ofApp(APP, next, 3);
            assertThat(slice.clusters()).hasSizeLessThanOrEqualTo(3);
            listed.addAll(slice.clusters());
            next = slice.next();
        } while (next.isPresent());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(listed).extracting(Cluster::created).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    private static Cluster cluster(String app, String signature, Instant created, Exemplar exemplar) {
        return new Cluster(
                ClusterId.of(app, signature),
                app,
                "bad-access",
                "bad-access in " + signature,
                signature,
                "test-1",
                true,
                "0123456789ab/" + "0".repeat(20) + "12345678901234567890",
                Cause.INGEST,
                created,
                idOf("first"),
                new Facts("5.2 (1042)", "iOS 17.2", "iPhone15,4", "", Optional.of(UPLOADED.minusSeconds(60))),
                exemplar);
    }
}
