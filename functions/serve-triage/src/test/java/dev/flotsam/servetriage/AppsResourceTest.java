package dev.flotsam.servetriage;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeSetAside;
import dev.flotsam.contracts.fake.FakeVersions;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.servetriage.HealthAnswers.AppLine;
import dev.flotsam.servetriage.HealthAnswers.HealthList;
import dev.flotsam.servetriage.HealthAnswers.VersionLine;
import dev.flotsam.triage.absorb.AbsorbHealth;
import dev.flotsam.triage.absorb.Change;
import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.health.Run;
import dev.flotsam.triage.health.Run.Kind;
import dev.flotsam.triage.health.ShowHealth;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AppsResourceTest {
    private final Asked asked = new Asked();
    private final FakeVersions versions = new FakeVersions();
    private final AbsorbHealth absorb = new AbsorbHealth(
            versions,
            asked.triage.clusters,
            asked.triage.alerts,
            asked.triage.pages,
            asked.triage.sketches,
            asked.triage.counters,
            new FakeSetAside(),
            asked.triage.clock);
    private int sequence;

    @Test
    void rates_are_shares_of_sessions_and_of_devices() {
        session("a", "1111111111111111", "crash: x");
        session("b", "2222222222222222", "foom-limit: x");
        session("c", "3333333333333333", "user-quit: x");
        session("d", "3333333333333333", "user-quit: x");
        day(10, 1);
        VersionLine line = resource(APP).health(APP, "", 10).versions().getFirst();

        assertThat(line.version()).isEqualTo("5.2");
        assertThat(line.build()).isEqualTo("1042");
        assertThat(line.sessions()).isEqualTo(4);
        assertThat(line.crashFree()).isEqualTo(0.75);
        assertThat(line.foomFree()).isEqualTo(0.75);
        assertThat(line.devices().count()).isEqualTo(3);
        assertThat(line.devices().crashFree()).isBetween(0.66, 0.67);
        assertThat(line.headroom().runs()).isEqualTo(4);
        assertThat(line.headroom().tenths().get(5)).isEqualTo(4);
        assertThat(line.headroom().devices())
                .singleElement()
                .satisfies(device -> assertThat(device.runs()).isEqualTo(4));
        assertThat(line.metrickit().exits()).isEqualTo(10);
        assertThat(line.metrickit().ratio()).isEqualTo(2.5);
    }

    @Test
    void nothing_is_claimed_of_a_version_without_sessions() {
        day(10, 1);
        VersionLine line = resource(APP).health(APP, "", 10).versions().getFirst();
        assertThat(line.crashFree()).isNull();
        assertThat(line.devices().crashFree()).isNull();
        assertThat(line.headroom().share()).isNull();
        assertThat(line.metrickit().ratio()).isNull();
    }

    @Test
    void versions_come_newest_first_page_by_page() {
        for (String version : List.of("5.9", "5.10", "5.2")) {
            take(report(version).onVersion(version).ofRun(new Run(Kind.SESSION, 1, OptionalInt.empty(), 0, 0)));
        }
        HealthList first = resource(APP).health(APP, "", 2);
        HealthList second = resource(APP).health(APP, first.next(), 2);
        assertThat(first.versions()).extracting(VersionLine::version).containsExactly("5.10", "5.9");
        assertThat(second.versions()).extracting(VersionLine::version).containsExactly("5.2");
        assertThat(second.next()).isNull();
    }

    @Test
    void a_key_sees_its_own_apps_only() {
        session("a", "1111111111111111", "crash: x");
        assertThat(resource(APP).list("", 10).apps()).containsExactly(new AppLine(APP));
        assertThat(resource("com.example.buoy").list("", 10).apps()).isEmpty();
        Asked.refused(404, () -> resource("com.example.buoy").health(APP, "", 10));
        Asked.refused(404, () -> resource(APP).health("com.example.unknown", "", 10));
        Asked.refused(403, () -> new AppsResource(asked.viewer(APP, Role.UPLOAD), show()).list("", 10));
    }

    private void session(String name, String installation, String end) {
        take(report(name)
                .onVersion("5.2 (1042)")
                .ofInstallation(installation)
                .ofRun(new Run(Kind.SESSION, 1, OptionalInt.of(512), 0, 0))
                .keptFor("session", end));
    }

    private void day(int exits, int atLimit) {
        take(report("day")
                .onVersion("5.2 (1042)")
                .ofRun(new Run(Kind.EXITS, 0, OptionalInt.empty(), exits, atLimit))
                .recognised("exit-metrics"));
    }

    private void take(ReportBuilder report) {
        Position at = Position.of("shard", Integer.toString(++sequence));
        assertThat(absorb.absorb(List.of(new Change.Appeared(at, report.build()))))
                .isEmpty();
    }

    private AppsResource resource(String app) {
        return new AppsResource(asked.viewer(app, Role.READ), show());
    }

    private ShowHealth show() {
        return new ShowHealth(asked.triage.clusters, versions, asked.triage.counters, asked.triage.sketches);
    }
}
