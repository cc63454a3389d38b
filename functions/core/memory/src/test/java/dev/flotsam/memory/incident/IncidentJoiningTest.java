package dev.flotsam.memory.incident;

import static dev.flotsam.memory.incident.Witnesses.crash;
import static dev.flotsam.memory.incident.Witnesses.crashLaunched;
import static dev.flotsam.memory.incident.Witnesses.jetsam;
import static dev.flotsam.memory.incident.Witnesses.memoryException;
import static dev.flotsam.memory.incident.Witnesses.run;
import static dev.flotsam.memory.incident.Witnesses.sentry;
import static dev.flotsam.memory.incident.Witnesses.session;
import static dev.flotsam.memory.incident.Witnesses.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.memory.verdict.FiredRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentJoiningTest {
    private static final IncidentJoining JOINING = new IncidentJoining(KnownLimits.NONE);

    @Test
    void aCrashReportOfTheRunRetractsItsFoom() {
        assertThat(JOINING.join(List.of(run("a", "R1", 0, 600, 1980))))
                .singleElement()
                .satisfies(alone -> assertThat(classOf(alone)).isEqualTo("foom-limit"));
        Incident joined = only(run("a", "R1", 0, 600, 1980), crash("b", 601));
        assertThat(classOf(joined)).isEqualTo("crash");
        assertThat(joined.retractsFoom()).isTrue();
        assertThat(joined.key()).isEqualTo("R1");
        assertThat(joined.witnesses()).containsExactly("a", "b");
        assertThat(joined.verdict().rules())
                .extracting(FiredRule::rule)
                .containsExactly("near-limit", "foom-retracted", "crash-report-joined");
    }

    @Test
    void aCrashOfTheNextRunRetractsNothing() {
        List<Incident> incidents =
                JOINING.join(List.of(run("a", "R1", 0, 600, 1980), run("b", "R2", 700, 900, 80), crash("c", 901)));
        assertThat(incidents).extracting(IncidentJoiningTest::classOf).containsExactly("foom-limit", "crash");
    }

    @Test
    void aQuickRelaunchDoesNotTakeTheCrashOfTheRunBefore() {
        List<Incident> incidents =
                JOINING.join(List.of(run("a", "R1", 0, 600, 1980), run("b", "R2", 604, 900, 80), crash("c", 601)));
        assertThat(incidents).extracting(IncidentJoiningTest::classOf).containsExactly("crash", "unknown");
    }

    @Test
    void aReportThatNamesItsLaunchJoinsThatLaunch() {
        List<Incident> incidents = JOINING.join(
                List.of(run("a", "R1", 0, 600, 1980), run("b", "R2", 604, 900, 80), crashLaunched("c", 606, 1)));
        assertThat(incidents).extracting(IncidentJoiningTest::classOf).contains("crash", "unknown");
        assertThat(incidents.stream().filter(each -> each.key().equals("R1"))).allMatch(Incident::retractsFoom);
    }

    @Test
    void theKernelsListConfirmsAndNamesTheReason() {
        Incident joined = only(sentry("a", 0, true), jetsam("b", 600, "Driftwood", "frontmost", "per-process-limit"));
        assertThat(classOf(joined)).isEqualTo("foom-limit");
        Incident named =
                only(run("a", "R1", 0, 599, 300), jetsam("b", 600, "Driftwood", "frontmost", "vm-pageshortage"));
        assertThat(classOf(named)).isEqualTo("foom-pressure");
        assertThat(named.verdict().confidence()).isGreaterThan(0.9);
    }

    @Test
    void theKillOfAnotherProcessSaysNothing() {
        List<Incident> incidents =
                JOINING.join(List.of(run("a", "R1", 0, 600, 300), jetsam("b", 600, "assetsd", "daemon", "highwater")));
        assertThat(incidents).extracting(IncidentJoiningTest::classOf).containsExactly("unknown");
    }

    @Test
    void aMemoryExceptionTurnsAFlagsOnlyRecordIntoAFoomOnlyIfItWasInFront() {
        assertThat(classOf(only(sentry("a", 0, true), memoryException("b", 600))))
                .isEqualTo("foom-limit");
        assertThat(classOf(only(sentry("a", 0, false), memoryException("b", 600))))
                .isEqualTo("boom");
    }

    @Test
    void anOomWarningGivesARecordTheFigureItLacks() {
        KnownLimits known = build -> Optional.of(1468006400L);
        List<Incident> incidents =
                new IncidentJoining(known).join(List.of(sentry("a", 0, true), warning("b", 300, 1390)));
        assertThat(incidents).singleElement().satisfies(incident -> {
            assertThat(classOf(incident)).isEqualTo("foom-limit");
            assertThat(incident.witnesses()).containsExactly("a", "b");
        });
    }

    @Test
    void twoClientsInOneAppTellOfOneEnd() {
        Incident joined = only(sentry("a", 3, true), run("b", "R1", 0, 600, 1980));
        assertThat(classOf(joined)).isEqualTo("foom-limit");
        assertThat(joined.witnesses()).containsExactly("a", "b");
    }

    @Test
    void startAndEndOfARunAreOneEndAndTheNextStartJudgesIt() {
        String end = "{'flotsam':'session/1','record':'end','run':'R1','ended':1712534700000,"
                + "'flags':{'foreground':true},'memory':{'footprint':99,'limit':100}}";
        String start =
                "{'flotsam':'session/1','record':'start','run':'R1','started':1712534400000,'app':{'build':'1'}}";
        String next = "{'flotsam':'session/1','record':'start','run':'R2','started':1712534800000,'app':{'build':'2'}}";
        List<Incident> incidents = JOINING.join(List.of(session("c", next), session("b", end), session("a", start)));
        assertThat(incidents).extracting(Incident::key).containsExactly("R1", "R2");
        assertThat(incidents).extracting(IncidentJoiningTest::classOf).containsExactly("app-upgrade", "unknown");
    }

    @Test
    void endsWithoutARecordAreToldByThemselvesOnce() {
        List<Incident> incidents = JOINING.join(List.of(
                crash("a", 100),
                jetsam("b", 102, "Driftwood", "frontmost", "per-process-limit"),
                jetsam("c", 900, "Driftwood", "frontmost", "per-process-limit")));
        assertThat(incidents).extracting(IncidentJoiningTest::classOf).containsExactly("crash", "foom-limit");
        assertThat(incidents.getFirst().witnesses()).containsExactly("a", "b");
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfArrivalChangesNothing(int seed) {
        Random random = new Random(seed);
        List<Witness> witnesses = new ArrayList<>();
        int time = 0;
        for (int run = 0; run < 6; run++) {
            int end = time + 10 + random.nextInt(600);
            witnesses.add(run("s" + run, "R" + run, time, end, random.nextInt(2000)));
            if (random.nextInt(3) == 0) {
                witnesses.add(crash("c" + run, end + random.nextInt(3)));
            }
            if (random.nextInt(3) == 0) {
                witnesses.add(jetsam("j" + run, end, "Driftwood", "frontmost", "per-process-limit"));
            }
            if (random.nextInt(4) == 0) {
                witnesses.add(sentry("y" + run, time + random.nextInt(20), random.nextBoolean()));
            }
            if (random.nextInt(4) == 0) {
                witnesses.add(memoryException("m" + run, end));
            }
            if (random.nextInt(4) == 0) {
                witnesses.add(warning("w" + run, end - 5, random.nextInt(2000)));
            }
            time = end + 1 + random.nextInt(60);
        }
        List<Incident> expected = JOINING.join(witnesses);
        for (int shuffle = 0; shuffle < 5; shuffle++) {
            Collections.shuffle(witnesses, random);
            assertThat(JOINING.join(witnesses)).isEqualTo(expected);
        }
        assertThat(expected.stream().flatMap(incident -> incident.witnesses().stream()))
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(witnesses.size());
    }

    private static Incident only(Witness... witnesses) {
        List<Incident> incidents = JOINING.join(List.of(witnesses));
        assertThat(incidents).hasSize(1);
        return incidents.getFirst();
    }

    private static String classOf(Incident incident) {
        return incident.verdict().ending().wireName();
    }
}
