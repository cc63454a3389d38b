package dev.flotsam.triage.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            5.3,            5.2,            true
            5.10,           5.9,            true
            5.2.1,          5.2,            true
            5.2,            5.2.0,          false
            5.2,            5.2,            false
            5.1,            5.2,            false
            5.2 (1043),     5.2 (1042),     true
            5.2 (1042),     5.2 (1042),     false
            5.2 (1041),     5.2 (1042),     false
            5.2 (1043),     5.2,            false
            5.2,            5.2 (1042),     false
            5.3 (1),        5.2 (1042),     true
            6.0-beta2,      6.0-beta1,      true
            nightly,        5.2,            false
            '',             5.2,            false
            99999999999999999999999.1, 5.2, true
            """)
    void aReportOfANewerVersionContradictsAResolution(String seen, String resolvedIn, boolean regression) {
        assertThat(Standing.isRegression(new State.Resolved(resolvedIn), seen)).isEqualTo(regression);
    }

    @Test
    void aResolutionWithoutAVersionIsNeverContradicted() {
        assertThat(word(new State.Resolved(""), "5.2", "9.9")).isEqualTo("resolved");
    }

    @Test
    void whatIsResolvedAndSeenInANewerVersionIsRegressed() {
        assertThat(word(new State.Resolved("5.2"), "5.1", "5.2")).isEqualTo("resolved");
        assertThat(word(new State.Resolved("5.2"), "5.1", "5.3")).isEqualTo("regressed");
    }

    @Test
    void whatIsIgnoredIsOpenAgainWhenItsTimeIsOver() {
        assertThat(word(new State.Ignored(Optional.empty()))).isEqualTo("ignored");
        assertThat(word(new State.Ignored(Optional.of(NOON.plusSeconds(1))))).isEqualTo("ignored");
        assertThat(word(new State.Ignored(Optional.of(NOON)))).isEqualTo("open");
    }

    @Test
    void textOfPeopleIsBounded() {
        Standing standing = new Standing(new State.Resolved("9".repeat(500)), "a".repeat(500), "n".repeat(5_000));
        assertThat(((State.Resolved) standing.state()).version()).hasSize(State.VERSION_BYTES);
        assertThat(standing.assignee()).hasSize(Standing.ASSIGNEE_BYTES);
        assertThat(standing.note()).hasSize(Standing.NOTE_BYTES);
    }

    @Test
    void aLongHistoryForgetsItsBeginning() {
        Decision decision = Decision.none("app", dev.flotsam.triage.ClusterId.of("app", "signature"));
        for (int i = 0; i < Decision.MOST_ENTRIES + 5; i++) {
            decision = decision.changed(new Standing(new State.Open(), "", "note " + i), NOON, "ada");
        }
        assertThat(decision.history()).hasSize(Decision.MOST_ENTRIES);
        assertThat(decision.standing().note()).isEqualTo("note " + (Decision.MOST_ENTRIES + 4));
        assertThat(decision.revision()).isEqualTo(Decision.MOST_ENTRIES + 5);
    }

    private static String word(State state, String... versions) {
        return new Standing(state, "", "").word(NOON, List.of(versions));
    }
}
