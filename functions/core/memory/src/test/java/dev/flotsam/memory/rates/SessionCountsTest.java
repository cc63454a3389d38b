package dev.flotsam.memory.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.flotsam.memory.Trees;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.memory.session.SessionJudge;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.shape.SessionReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionCountsTest {
    private static final String SUMMARY = """
            {'schema_version':1,'run_id':'R','outcome':{'termination_reason':'%s','clean_shutdown':false,'fatal_reported':false,
             'user_perceptible':true},'durations_ms':{'active':5,'background':1},
             'sessions':{'perceptible_count':%d,'imperceptible_count':2},'app':{'host_kind':'app'},'os':{},'device':{}}""";

    @Test
    void aRunOfSeveralSessionsIsThatManyWithOneEnd() {
        SessionCounts counts = counts(SUMMARY.formatted("crash", 4));
        assertThat(counts).isEqualTo(new SessionCounts(4, 1, 0, 0, 0));
        assertThat(counts.crashFree()).isEqualTo(0.75);
        assertThat(counts.foomFree()).isEqualTo(1);
    }

    @Test
    void aRevisedVerdictIsTakenBackExactly() {
        SessionCounts sum = SessionCounts.NONE.merge(counts(SUMMARY.formatted("clean", 9)));
        SessionCounts foom = counts(SUMMARY.formatted("memory_pressure", 1));
        SessionCounts crash = counts(SUMMARY.formatted("crash", 1));
        SessionCounts revised = sum.merge(foom).less(foom).merge(crash);
        assertThat(revised).isEqualTo(sum.merge(crash));
        assertThat(sum.merge(foom).foomFree()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void whatNobodySawIsNoSession() {
        assertThat(counts("{'flotsam':'session/1','flags':{'foreground':false}}"))
                .isEqualTo(SessionCounts.NONE);
        assertThat(counts("{'flotsam':'session/1','flags':{'foreground':true}}"))
                .isEqualTo(new SessionCounts(1, 0, 0, 0, 1));
    }

    @Test
    void theRatioNeedsBothPopulations() {
        SessionCounts ours = new SessionCounts(1000, 5, 10, 1, 3);
        assertThat(Calibration.NONE.with(ours).ratio()).isEmpty();
        Calibration both = new Calibration(ours, 500, 20, 7);
        assertThat(both.ratio()).contains(0.25);
        assertThat(both.merge(Calibration.NONE)).isEqualTo(both);
    }

    private static SessionCounts counts(String record) {
        SessionRecord session = Trees.read(SessionReader.read(Trees.of(record)));
        return SessionCounts.of(session, new SessionJudge(KnownLimits.NONE).judge(session, Optional.empty()));
    }
}
