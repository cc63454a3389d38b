package dev.flotsam.memory.incident;

import static dev.flotsam.memory.incident.Witnesses.crash;
import static dev.flotsam.memory.incident.Witnesses.jetsam;
import static dev.flotsam.memory.incident.Witnesses.picture;
import static dev.flotsam.memory.incident.Witnesses.run;
import static dev.flotsam.memory.incident.Witnesses.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.session.KnownLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which end a picture of the memory belongs to; it makes none itself. */
class PicturesTest {

    @Test
    void aPictureBelongsToTheRunThatItNamesHoweverLongBeforeItsEnd() {
        List<Incident> ends =
                join(run("a", "R1", 0, 9_000, 1980), run("b", "R2", 9_100, 9_900, 80), picture("p", 9_200, "R1"));
        assertThat(ends).extracting(Incident::witnesses).containsExactly(List.of("a", "p"), List.of("b"));
    }

    @Test
    void oneThatNamesNoRunBelongsToTheOneThatWentOnAndOneOfAnotherRunToNone() {
        assertThat(join(run("a", "R1", 0, 600, 1980), picture("p", 590, "")))
                .extracting(Incident::witnesses)
                .containsExactly(List.of("a", "p"));
        assertThat(join(run("a", "R1", 0, 600, 1980), picture("p", 590, "R9")))
                .extracting(Incident::witnesses)
                .containsExactly(List.of("a"));
    }

    @Test
    void everyNameThatClientsOfOneLaunchGaveItFindsIt() {
        Witness other = session("b", """
                {'lastMemory':'1400','memWarning':1,'appState':1,'uuid':'D-7','startTime':%d,
                 'flotsam':{'app':{'id':'com.example.Driftwood'}}}""".formatted(Witnesses.DAY.plusSeconds(2).getEpochSecond()));
        assertThat(join(run("a", "R1", 0, 600, 1980), other, picture("p", 590, "D-7"), picture("q", 590, "R1")))
                .extracting(Incident::witnesses)
                .containsExactly(List.of("a", "b", "p", "q"));
    }

    @Test
    void withoutARecordItBelongsToTheFirstEndOfTheAppWithinAnHour() {
        assertThat(join(crash("c", 700), picture("p", 600, ""), crash("d", 900)))
                .extracting(Incident::witnesses)
                .containsExactly(List.of("c", "p"), List.of("d"));
        assertThat(join(jetsam("k", 700, "Driftwood", "frontmost", "per-process-limit"), picture("p", 600, "R1")))
                .extracting(Incident::witnesses)
                .containsExactly(List.of("k", "p"));
        assertThat(join(crash("c", 700), picture("p", 800, "")))
                .as("after the end")
                .extracting(Incident::witnesses)
                .containsExactly(List.of("c"));
        assertThat(join(crash("c", 4_300), picture("p", 600, "")))
                .as("more than an hour before")
                .extracting(Incident::witnesses)
                .containsExactly(List.of("c"));
        assertThat(join(picture("p", 600, "R1"))).as("tells of no end").isEmpty();
    }

    private static List<Incident> join(Witness... witnesses) {
        return new IncidentJoining(KnownLimits.NONE).join(List.of(witnesses));
    }
}
