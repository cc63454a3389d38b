package dev.flotsam.servetriage;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static dev.flotsam.servetriage.Asked.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.servetriage.ClusterAnswers.ClusterAnswer;
import dev.flotsam.servetriage.ClusterAnswers.SimilarAnswer;
import dev.flotsam.servetriage.LinkAnswers.Linked;
import dev.flotsam.servetriage.LinkAnswers.Parted;
import dev.flotsam.servetriage.LinkAnswers.WantedMerge;
import dev.flotsam.servetriage.LinkAnswers.WantedSplit;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.similar.SuggestMerges;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinksResourceTest {
    private final Asked asked = new Asked();
    private final LinksResource links = asked.links(APP, Role.TRIAGE);
    private final ClustersResource clusters = asked.clusters(APP, Role.READ);
    private final String a = crash("a", "A", "5.1");
    private final String b = crash("b", "B", "5.2");

    @Test
    void aMergeIsToldFromEitherSide() {
        assertThat(links.merge(a, new WantedMerge(b, null, false))).isEqualTo(new Linked(b, List.of(b, a)));
        ClusterAnswer shown = clusters.show(a);
        assertThat(shown.line().id()).isEqualTo(b);
        assertThat(shown.line().count()).isEqualTo(2);
        assertThat(shown.line().merged()).isEqualTo(2);
        assertThat(shown.members())
                .extracting(member -> member.id() + " " + member.count() + " " + member.mergedBy())
                .containsExactly(b + " 1 null", a + " 1 ada");
        assertThat(shown.samples()).hasSize(2);
        assertThat(clusters.reports(a, "", 50).reports()).hasSize(2);

        String c = crash("c", "C", "5.1");
        assertThat(links.merge(c, new WantedMerge(null, List.of(a), false)).members())
                .containsExactlyInAnyOrder(a, b, c);
    }

    @Test
    void aMemberThatWasSplitOffCannotBeMergedAgainUnlessThatIsTakenBack() {
        links.merge(a, new WantedMerge(null, List.of(b), false));
        assertThat(links.split(a, split(List.of(b)))).isEqualTo(new Parted(List.of(b), 0, null));
        assertThat(clusters.show(a).apart()).containsExactly(b);
        refused(409, () -> links.merge(a, new WantedMerge(b, null, false)));
        links.merge(a, new WantedMerge(null, List.of(b), true));
        assertThat(clusters.show(b).line().count()).isEqualTo(2);
    }

    @Test
    void aPartIsMovedAndToldOnThePageOfTheWhole() {
        crash("a2", "A", "5.3");
        Parted parted = links.split(a, new WantedSplit(null, false, "5.3", null, null, null, null, null));
        asked.triage.absorb();
        assertThat(parted.moved()).isEqualTo(1);
        assertThat(parted.next()).isNull();
        assertThat(clusters.show(parted.clusters().getFirst()).line().count()).isEqualTo(1);
        assertThat(clusters.show(a).line().count()).isEqualTo(1);
        assertThat(clusters.show(a).parts())
                .extracting(part -> part.cluster() + " " + part.words())
                .containsExactly(parted.clusters().getFirst() + " version 5.3");
    }

    @Test
    void whatLooksAlikeIsSuggestedUntilPeopleMergeItOrSetItApart() {
        List<String> frames = List.of("decode", "load", "run", "main");
        for (String id : List.of(a, b, "ffffffffffffffffffff")) {
            SuggestMerges.remember(asked.triage.stacks.of(APP), new ClusterId(id), frames);
        }
        SimilarAnswer suggestion = clusters.show(a).similar().getFirst();
        assertThat(clusters.show(a).similar()).hasSize(1);
        assertThat(suggestion.id()).isEqualTo(b);
        assertThat(suggestion.title()).isEqualTo("B");
        assertThat(suggestion.score()).isGreaterThan(0.9);
        assertThat(suggestion.frames()).extracting(frame -> frame.function()).containsExactlyElementsOf(frames);

        links.merge(a, new WantedMerge(null, List.of(b), false));
        assertThat(clusters.show(a).similar()).isEmpty();
        links.split(a, split(List.of(b)));
        assertThat(clusters.show(a).similar()).isEmpty();
    }

    @Test
    void onlyOneThingIsSplitAtATimeAndOnlyOneSideOfAMergeIsNamed() {
        refused(400, () -> links.split(a, split(List.of())));
        refused(400, () -> links.split(a, new WantedSplit(List.of(b), false, "5.3", null, null, null, null, null)));
        refused(400, () -> links.split(a, new WantedSplit(null, true, "5.3", null, null, null, null, null)));
        refused(400, () -> new WantedMerge(a, List.of(b), false));
        refused(400, () -> new WantedMerge(null, null, false));
        refused(400, () -> new WantedMerge(null, java.util.Collections.nCopies(LinkAnswers.MOST_NAMED + 1, a), false));
    }

    @Test
    void linkingTakesTheTriageRoleAndBothClustersOfOneApp() {
        String foreign =
                asked.triage.crash(report("f").ofApp("com.example.buoy")).id().value();
        WantedMerge merge = new WantedMerge(foreign, null, false);
        refused(403, () -> asked.links(APP, Role.READ).merge(a, merge));
        refused(404, () -> links.merge(a, merge));
        refused(404, () -> links.split("nothing", split(List.of(b))));
        refused(400, () -> asked.links(ApiKey.EVERY_APP, Role.TRIAGE).merge(a, merge));
    }

    private String crash(String name, String signature, String version) {
        return asked.triage
                .crash(report(name).signed(signature).onVersion(version))
                .id()
                .value();
    }

    private static WantedSplit split(List<String> members) {
        return new WantedSplit(members, false, null, null, null, null, null, null);
    }
}
