package dev.flotsam.triage.decide;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeTriage;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Dimension;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.decide.LinkClusters.Outcome;
import dev.flotsam.triage.query.ClusterFilter;
import dev.flotsam.triage.query.ClusterSummary;
import dev.flotsam.triage.query.ListClusters;
import dev.flotsam.triage.query.ListReports;
import dev.flotsam.triage.query.ShowCluster;
import dev.flotsam.triage.query.Sort;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkClustersTest {
    private static final ApiKey KEY = new ApiKey("", "ada", Set.of(Role.READ), Set.of(APP), UPLOADED);

    private final FakeTriage triage = new FakeTriage();
    private final LinkClusters link = new LinkClusters(triage.links, triage.clock);
    private final MoveParts move =
            new MoveParts(triage.pages, triage.occurrences, triage.links, LinkClustersTest::frames, triage.clock);
    private final CarryDecisions carry = new CarryDecisions(triage.decisions, triage.links, triage.clusters);

    @Test
    void mergedClustersAreOneInTheListAndOnThePageWithTheirFiguresSummed() {
        Cluster into = triage.crash(report("a1").signed("A").onVersion("5.1"));
        Cluster member = triage.crash(report("b1").signed("B").onVersion("5.2").ofInstallation("00000000000000b1"));
        triage.crash(report("b2").signed("B").onVersion("5.2").ofInstallation("00000000000000b2"));
        link.merge(APP, into.id(), List.of(member.id()), "ada");

        ClusterSummary listed = list().getFirst();
        assertThat(list()).hasSize(1);
        assertThat(listed.cluster().id()).isEqualTo(into.id());
        assertThat(listed.count()).isEqualTo(3);
        assertThat(listed.by(Dimension.VERSION)).isEqualTo(Map.of("5.1", 1L, "5.2", 2L));
        assertThat(listed.sketch().devices().estimate()).isEqualTo(2);
        assertThat(listed.days().getLast().count()).isEqualTo(3);
        for (Cluster asked : List.of(into, member)) {
            ShowCluster.Shown shown = show().show(KEY, asked.id()).orElseThrow();
            assertThat(shown.summary().cluster().id()).isEqualTo(into.id());
            assertThat(shown.summary().count()).isEqualTo(3);
            assertThat(shown.members())
                    .extracting(it -> it.id() + " " + it.total().reports())
                    .containsExactly(into.id() + " 1", member.id() + " 2");
        }
    }

    @Test
    void reportsOfMergedClustersAreListedEachOnceWhateverThePage() {
        Cluster into = triage.crash(report("a1").signed("A"));
        Cluster member = triage.crash(report("b1").signed("B"));
        triage.crash(report("a2").signed("A"));
        triage.crash(report("b2").signed("B"));
        ListReports reports = new ListReports(triage.pages, triage.occurrences);
        Set<String> seen = new HashSet<>();
        Optional<String> cursor = Optional.empty();
        int listed = 0;
        do {
            ListReports.Listed page = reports.ofClusters(List.of(into.id(), member.id()), cursor, 1);
            page.reports().forEach(report -> seen.add(report.source().key()));
            listed += page.reports().size();
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(seen)
                .containsExactlyInAnyOrder("crashes/a1.ips", "crashes/a2.ips", "crashes/b1.ips", "crashes/b2.ips");
        assertThat(listed).isEqualTo(4);
        assertThat(reports.newest(List.of(into.id(), member.id()), 3)).hasSize(3);
    }

    @Test
    void aWordOfAMembersTitleFindsTheGroup() {
        Cluster into = triage.crash(report("a1").signed("Lantern.decode()"));
        Cluster member = triage.crash(report("b1").signed("Buoy.ring()"));
        link.merge(APP, into.id(), List.of(member.id()), "ada");
        assertThat(list("buoy")).extracting(it -> it.cluster().id()).containsExactly(into.id());
        assertThat(list("buoy").getFirst().count()).isEqualTo(2);
    }

    @Test
    void aMergeOfMergesIsOneGroupAndItsHeadCanLeave() {
        ClusterId a = triage.crash(report("a").signed("A")).id();
        ClusterId b = triage.crash(report("b").signed("B")).id();
        ClusterId c = triage.crash(report("c").signed("C")).id();
        link.merge(APP, b, List.of(c), "ada");
        link.merge(APP, a, List.of(b), "ada");
        assertThat(triage.links.find(APP).group(c)).containsExactlyInAnyOrder(a, b, c);
        assertThat(triage.links.find(APP).head(c)).isEqualTo(a);

        link.separate(APP, List.of(a), true);
        assertThat(triage.links.find(APP).group(c)).containsExactlyInAnyOrder(b, c);
        assertThat(triage.links.find(APP).group(a)).containsExactly(a);
    }

    @Test
    void whatWasSetApartCannotBeMergedUntilThatIsTakenBack() {
        ClusterId a = triage.crash(report("a").signed("A")).id();
        ClusterId b = triage.crash(report("b").signed("B")).id();
        ClusterId c = triage.crash(report("c").signed("C")).id();
        link.merge(APP, a, List.of(b, c), "ada");
        link.separate(APP, List.of(c), true);
        LinkBook before = triage.links.find(APP);

        assertThat(link.merge(APP, a, List.of(c), "bob")).isInstanceOf(Outcome.Contradiction.class);
        assertThat(link.merge(APP, c, List.of(b), "bob")).isInstanceOf(Outcome.Contradiction.class);
        assertThat(triage.links.find(APP)).isEqualTo(before);

        link.reunite(APP, a, List.of(c), "bob");
        assertThat(triage.links.find(APP).group(a)).containsExactlyInAnyOrder(a, b, c);
        assertThat(triage.links.find(APP).apart()).isEmpty();
    }

    @Test
    void takingAMergeBackLeavesNoTrace() {
        ClusterId a = triage.crash(report("a").signed("A")).id();
        ClusterId b = triage.crash(report("b").signed("B")).id();
        link.merge(APP, a, List.of(b), "ada");
        link.separate(APP, List.of(b), false);
        assertThat(triage.links.find(APP).mentions(b)).isFalse();
        assertThat(list()).extracting(ClusterSummary::count).containsExactly(1L, 1L);
    }

    @Test
    void anAppsBookTakesSoManyLinksAndNoMore() {
        ClusterId head = ClusterId.of(APP, "head");
        List<ClusterId> members = java.util.stream.IntStream.range(0, LinkBook.MOST_LINKS)
                .mapToObj(number -> ClusterId.of(APP, "member " + number))
                .toList();
        assertThat(link.merge(APP, head, members, "ada")).isInstanceOf(Outcome.Linked.class);
        assertThat(link.merge(APP, head, List.of(ClusterId.of(APP, "one more")), "ada"))
                .isInstanceOf(Outcome.Full.class);
    }

    @Test
    void aPartGoesToAClusterOfItsOwnWithExactCountsAndLaterReportsGoThereToo() {
        Cluster whole = triage.crash(report("old").signed("A").onVersion("5.1"));
        triage.crash(report("new").signed("A").onVersion("5.2 (7)"));
        int alerts = triage.alerts.raised().size();
        PartRule rule = new PartRule.Version("5.2");
        ClusterId part = part(whole.id(), rule);
        arrive("later", "A", "5.2 (8)");
        arrive("older", "A", "5.1");

        assertThat(count(whole.id())).isEqualTo(2);
        assertThat(count(part)).isEqualTo(2);
        assertThat(triage.clusters.find(part).orElseThrow().title()).isEqualTo("A · version 5.2");
        assertThat(triage.alerts.raised()).hasSize(alerts);
        assertThat(link.merge(APP, whole.id(), List.of(part), "bob")).isInstanceOf(Outcome.Contradiction.class);
    }

    @Test
    void aPartThatALaterReportFoundsIsNotNewToPeople() {
        Cluster whole = triage.crash(report("old").signed("A").onVersion("5.1"));
        int alerts = triage.alerts.raised().size();
        ClusterId part = part(whole.id(), new PartRule.Version("5.2"));
        arrive("later", "A", "5.2 (8)");
        assertThat(count(part)).isEqualTo(1);
        assertThat(triage.alerts.raised()).hasSize(alerts);
    }

    @Test
    void partsAreToldByFramesAndByChosenReportsToo() {
        Cluster whole = triage.crash(report("main").signed("A"));
        triage.crash(report("worker").signed("A"));
        triage.crash(report("chosen").signed("A"));
        ClusterId byFrame = part(whole.id(), new PartRule.Frame("worker"));
        ClusterId chosen = part(
                whole.id(), new PartRule.Reports(Set.of(dev.flotsam.contracts.report.ReportBuilder.idOf("chosen"))));
        assertThat(count(whole.id())).isEqualTo(1);
        assertThat(count(byFrame)).isEqualTo(1);
        assertThat(count(chosen)).isEqualTo(1);
    }

    @Test
    void aPartTakenBackIsCountedWithTheWholeAndGetsNoMoreReports() {
        Cluster whole = triage.crash(report("old").signed("A").onVersion("5.1"));
        triage.crash(report("new").signed("A").onVersion("5.2"));
        ClusterId part = part(whole.id(), new PartRule.Version("5.2"));
        link.reunite(APP, whole.id(), List.of(part), "ada");
        arrive("later", "A", "5.2");
        assertThat(count(part)).isEqualTo(1);
        assertThat(list()).extracting(ClusterSummary::count).containsExactly(3L);
    }

    @Test
    void movingPartsAgainMovesNothing() {
        Cluster whole = triage.crash(report("new").signed("A").onVersion("5.2"));
        part(whole.id(), new PartRule.Version("5.2"));
        int written = triage.occurrences.log().size();
        assertThat(move.step(APP, List.of(whole.id()), Optional.empty()))
                .isEqualTo(new MoveParts.Moved(0, Optional.empty()));
        assertThat(triage.occurrences.log()).hasSize(written);
    }

    @Test
    void linksFollowWhenASignatureChanges() {
        ClusterId unstable = triage.crash(report("a").signed("Lantern + 0x12")).id();
        ClusterId member = triage.crash(report("b").signed("B")).id();
        ClusterId stranger = triage.crash(report("c").signed("C")).id();
        link.merge(APP, unstable, List.of(member), "ada");
        link.merge(APP, unstable, List.of(stranger), "ada");
        link.separate(APP, List.of(stranger), true);
        ClusterId part = part(unstable, new PartRule.Version("9.9"));
        ClusterId healed = triage.heal(report("a").signed("Lantern.decode()")).id();
        carry.carry(APP, unstable, healed);
        carry.carry(APP, unstable, healed);

        LinkBook book = triage.links.find(APP);
        assertThat(book.group(healed)).containsExactly(healed, member);
        assertThat(book.apartFrom(healed)).contains(stranger, part);
        arrive("d", "Lantern.decode()", "9.9");
        assertThat(count(part)).isEqualTo(1);
        assertThat(show().show(KEY, unstable).orElseThrow().summary().cluster().id())
                .isEqualTo(healed);
    }

    @Test
    void aMemberThatMovesStaysInItsGroup() {
        ClusterId head = triage.crash(report("a").signed("A")).id();
        ClusterId unstable = triage.crash(report("b").signed("B + 0x12")).id();
        link.merge(APP, head, List.of(unstable), "ada");
        ClusterId healed = triage.heal(report("b").signed("B")).id();
        carry.carry(APP, unstable, healed);
        assertThat(triage.links.find(APP).group(head)).containsExactly(head, healed);
        assertThat(list()).extracting(ClusterSummary::count).containsExactly(2L);
    }

    @Test
    void aMoveIntoWhatWasSetApartContradictsNothing() {
        ClusterId a = triage.crash(report("a").signed("A")).id();
        ClusterId b = triage.crash(report("b").signed("B")).id();
        ClusterId c = triage.crash(report("c").signed("C")).id();
        link.merge(APP, a, List.of(b, c), "ada");
        link.separate(APP, List.of(c), true);
        triage.heal(report("b").signed("C"));
        carry.carry(APP, b, c);
        LinkBook book = triage.links.find(APP);
        assertThat(book.group(c)).containsExactly(c);
        assertThat(book.between(a, c)).isPresent();
    }

    /** Any order of merges, splits, parts, and arrivals: every report counts once, where it was said to. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void countsStayExactInAnyOrder(long seed) {
        Random random = new Random(seed);
        Map<Integer, ClusterId> ids = new HashMap<>();
        int arrived = 0;
        for (int turn = 0; turn < 120; turn++) {
            int one = random.nextInt(6);
            int other = random.nextInt(6);
            ClusterId a = ClusterId.of(APP, "S" + one);
            ClusterId b = ClusterId.of(APP, "S" + other);
            switch (random.nextInt(8)) {
                case 0 -> link.merge(APP, a, List.of(b), "ada");
                case 1 -> link.separate(APP, List.of(a), random.nextBoolean());
                case 2 -> link.reunite(APP, a, List.of(b), "ada");
                case 3 -> link.part(APP, a, new PartRule.Version("5." + random.nextInt(3)), "ada");
                case 4 -> move.step(APP, triage.links.find(APP).group(a), Optional.empty());
                default -> {
                    claim("report " + arrived++, "S" + one, "5." + random.nextInt(3));
                    ids.put(one, a);
                }
            }
            if (random.nextBoolean()) {
                triage.absorb();
            }
            triage.clock.advance(Duration.ofSeconds(1));
        }
        triage.absorb();
        assertThat(list().stream().mapToLong(ClusterSummary::count).sum()).isEqualTo(arrived);
        LinkBook book = triage.links.find(APP);
        assertThat(book.apart())
                .allSatisfy(pair -> assertThat(book.head(pair.first())).isNotEqualTo(book.head(pair.second())));
        for (ClusterSummary summary : list()) {
            long real = triage.occurrences.log().stream()
                    .map(written -> written.id())
                    .distinct()
                    .map(id -> triage.occurrences.find(id).orElseThrow())
                    .filter(report ->
                            report.cluster().filter(summary.members()::contains).isPresent())
                    .count();
            assertThat(summary.count()).as(summary.cluster().title()).isEqualTo(real);
        }
        assertThat(ids).isNotEmpty();
    }

    /** A report is placed as ingest places it. */
    private void arrive(String name, String signature, String version) {
        claim(name, signature, version);
        triage.absorb();
    }

    private void claim(String name, String signature, String version) {
        KeepApart keepApart = new KeepApart(triage.links::find);
        triage.occurrences.claim(keepApart.placed(
                report(name).signed(signature).onVersion(version).build(), List.of(name)));
    }

    private ClusterId part(ClusterId whole, PartRule rule) {
        assertThat(link.part(APP, whole, rule, "ada")).isInstanceOf(Outcome.Linked.class);
        List<ClusterId> group = triage.links.find(APP).group(whole);
        Optional<String> cursor = Optional.empty();
        do {
            cursor = move.step(APP, group, cursor).next();
        } while (cursor.isPresent());
        triage.absorb();
        return Part.target(APP, triage.links.find(APP).head(whole), rule);
    }

    private static List<String> frames(dev.flotsam.triage.Occurrence report) {
        String key = report.source().key();
        return List.of(key.substring("crashes/".length(), key.length() - ".ips".length()));
    }

    private long count(ClusterId cluster) {
        return triage.counters
                .read(dev.flotsam.triage.absorb.Counter.Key.total(cluster))
                .tally()
                .reports();
    }

    private List<ClusterSummary> list() {
        return list("");
    }

    private List<ClusterSummary> list(String words) {
        ClusterFilter filter =
                new ClusterFilter(APP, "", Set.of(), "", "", "", words, Optional.empty(), Optional.empty());
        return new ListClusters(
                        triage.clusters, triage.counters, triage.sketches, triage.decisions, triage.links, triage.clock)
                .list(KEY, filter, Sort.COUNT, 0, 100)
                .clusters();
    }

    private ShowCluster show() {
        return new ShowCluster(
                triage.clusters, triage.counters, triage.sketches, triage.decisions, triage.links, triage.clock);
    }
}
