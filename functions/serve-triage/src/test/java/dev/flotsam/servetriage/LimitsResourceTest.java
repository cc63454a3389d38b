package dev.flotsam.servetriage;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeLimits;
import dev.flotsam.memory.atlas.LimitKey;
import dev.flotsam.memory.atlas.LimitKey.State;
import dev.flotsam.memory.atlas.LimitSource;
import dev.flotsam.memory.atlas.LimitVote;
import dev.flotsam.memory.atlas.LimitVotes;
import dev.flotsam.memory.jetsam.ProcessKind;
import dev.flotsam.servetriage.LimitAnswers.LimitLine;
import dev.flotsam.servetriage.LimitAnswers.LimitList;
import dev.flotsam.triage.access.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsResourceTest {
    private static final long MIB = 1L << 20;

    private final FakeLimits limits = new FakeLimits();
    private final Asked asked = new Asked();

    @Test
    void a_limit_says_how_it_is_known() {
        learn("iPhone10,4", "14.4", 1400 * MIB, LimitSource.JETSAM_KILL);
        LimitLine line = list("iPhone10,4", "14.4", "").limits().getFirst();

        assertThat(line.bytes()).isEqualTo(1400 * MIB);
        assertThat(line.kind()).isEqualTo("app");
        assertThat(line.state()).isEqualTo("active");
        assertThat(line.lowerBound()).isFalse();
        assertThat(line.samples()).isOne();
        assertThat(line.installations()).isOne();
        assertThat(line.spread()).isZero();
        assertThat(line.sources()).isEqualTo(Map.of("jetsam-kill", 1L));
        assertThat(line.values()).hasSize(1);
    }

    @Test
    void warnings_alone_tell_a_lower_bound() {
        learn("iPhone10,4", "14.4", 1300 * MIB, LimitSource.MEMORY_WARNING);
        assertThat(list("", "", "").limits().getFirst().lowerBound()).isTrue();
    }

    @Test
    void a_list_goes_on_behind_its_cursor() {
        learn("iPhone10,4", "14.4", 1400 * MIB, LimitSource.JETSAM_KILL);
        learn("iPhone10,4", "15.0", 1400 * MIB, LimitSource.JETSAM_KILL);
        LimitList first = resource().list("", "", "", 1);
        LimitList second = resource().list("", "", first.next(), 1);

        assertThat(first.limits()).extracting(LimitLine::os).containsExactly("14.4");
        assertThat(second.limits()).extracting(LimitLine::os).containsExactly("15.0");
        assertThat(second.next()).isNull();
    }

    @Test
    void a_key_that_may_not_read_is_refused_and_a_system_without_a_device_too() {
        Asked.refused(403, () -> new LimitsResource(asked.viewer("*", Role.UPLOAD), limits).list("", "", "", 10));
        Asked.refused(400, () -> list("", "14.4", ""));
    }

    private LimitList list(String device, String os, String cursor) {
        return resource().list(device, os, cursor, 100);
    }

    private LimitsResource resource() {
        return new LimitsResource(asked.viewer("com.example.skerry", Role.READ), limits);
    }

    private void learn(String device, String os, long bytes, LimitSource source) {
        limits.merge(
                new LimitKey(device, os, ProcessKind.APP, State.ACTIVE),
                new LimitVotes(List.of(new LimitVote("0".repeat(12), "0".repeat(8), bytes, source))),
                UPLOADED);
    }
}
