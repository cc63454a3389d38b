package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotsam.memory.atlas.LimitKey;
import dev.flotsam.memory.atlas.LimitKey.State;
import dev.flotsam.memory.atlas.LimitSource;
import dev.flotsam.memory.atlas.LimitVote;
import dev.flotsam.memory.atlas.LimitVotes;
import dev.flotsam.memory.jetsam.ProcessKind;
import dev.flotsam.triage.limit.Limits;
import dev.flotsam.triage.limit.Limits.Kept;
import dev.flotsam.triage.limit.Limits.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of the memory-limit atlas does. */
public abstract class LimitsContract {
    private static final LimitKey PHONE = key("iPhone10,4", "14.4", ProcessKind.APP);
    private static final Instant EXPIRES = UPLOADED.plus(Duration.ofDays(400));
    private static final long LIMIT = 1400L << 20;

    /** A store that holds nothing. */
    protected abstract Limits emptyLimits();

    @Test
    void a_limit_that_nobody_told_of_is_not_there() {
        Limits limits = emptyLimits();
        assertThat(limits.find(PHONE)).isEmpty();
        assertThat(limits.list("", "", Optional.empty(), 10)).isEqualTo(new Slice(List.of(), Optional.empty()));
    }

    @Test
    void votes_come_back_as_they_were_merged_and_again_change_nothing() {
        Limits limits = emptyLimits();
        LimitVotes first = new LimitVotes(List.of(vote(1, 1, LIMIT, LimitSource.JETSAM_KILL)));
        LimitVotes second = new LimitVotes(List.of(
                vote(2, 2, LIMIT + (1 << 20), LimitSource.SESSION_FIGURE),
                vote(2, 3, LIMIT - (1 << 20), LimitSource.MEMORY_WARNING)));
        limits.merge(PHONE, second, EXPIRES);
        limits.merge(PHONE, first, EXPIRES.minusSeconds(60));
        limits.merge(PHONE, second, EXPIRES);

        assertThat(limits.find(PHONE)).contains(new Kept(PHONE, first.merge(second), EXPIRES));
    }

    @Test
    void the_later_expiry_holds() {
        Limits limits = emptyLimits();
        LimitVotes votes = new LimitVotes(List.of(vote(1, 1, LIMIT, LimitSource.JETSAM_KILL)));
        limits.merge(PHONE, votes, EXPIRES);
        limits.merge(PHONE, votes, EXPIRES.plusSeconds(3_600));
        assertThat(limits.find(PHONE).orElseThrow().expires()).isEqualTo(EXPIRES.plusSeconds(3_600));
    }

    @Test
    void nothing_is_lost_when_many_merge_at_once() throws Exception {
        Limits limits = emptyLimits();
        Racing.all(6, number -> {
            limits.merge(PHONE, new LimitVotes(List.of(vote(number, number, LIMIT, LimitSource.JETSAM_KILL))), EXPIRES);
            return number;
        });
        assertThat(limits.find(PHONE).orElseThrow().votes().installations()).isEqualTo(6);
    }

    @Test
    void a_list_goes_by_device_and_system_page_by_page() {
        Limits limits = emptyLimits();
        List<LimitKey> keys = List.of(
                key("iPhone1,1", "14.4", ProcessKind.APP),
                key("iPhone10,4", "14.4", ProcessKind.APP),
                key("iPhone10,4", "14.4", ProcessKind.EXTENSION),
                key("iPhone10,4", "14.4.1", ProcessKind.APP),
                key("iPhone10,40", "14.4", ProcessKind.WEB_VIEW));
        LimitVotes votes = new LimitVotes(List.of(vote(1, 1, LIMIT, LimitSource.JETSAM_KILL)));
        keys.forEach(key -> limits.merge(key, votes, EXPIRES));

        assertThat(all(limits, "", "")).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(all(limits, "iPhone10,4", "")).containsExactlyInAnyOrderElementsOf(keys.subList(1, 4));
        assertThat(all(limits, "iPhone10,4", "14.4")).containsExactlyInAnyOrderElementsOf(keys.subList(1, 3));
        assertThat(all(limits, "iPad1,1", "")).isEmpty();
    }

    @Test
    void the_cursor_of_another_list_is_refused() {
        Limits limits = emptyLimits();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.list("iPhone10,4", "", Optional.of("iPad1,1#14.4#app#active"), 10));
    }

    private static List<LimitKey> all(Limits limits, String device, String os) {
        List<LimitKey> keys = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Slice slice = limits.list(device, os, cursor, 2);
            assertThat(slice.limits()).hasSizeLessThanOrEqualTo(2);
            slice.limits().forEach(kept -> keys.add(kept.key()));
            cursor = slice.next();
        } while (cursor.isPresent());
        return keys;
    }

    private static LimitKey key(String device, String os, ProcessKind kind) {
        return new LimitKey(device, os, kind, State.ACTIVE);
    }

    private static LimitVote vote(int installation, int report, long bytes, LimitSource source) {
        return new LimitVote("%012x".formatted(installation), "%08x".formatted(report), bytes, source);
    }
}
