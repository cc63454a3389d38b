package dev.flotsam.memory.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotsam.memory.atlas.LimitKey.State;
import dev.flotsam.memory.jetsam.ProcessKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitVotesTest {
    private static final long MIB = 1L << 20;
    private static final LimitKey PHONE = new LimitKey("iPhone10,4", "14.4", ProcessKind.APP, State.ACTIVE);

    @Test
    void any_order_partition_and_repetition_of_the_votes_comes_to_the_same() {
        Random random = new Random(8);
        List<LimitVote> votes = new ArrayList<>();
        List<LimitSource> sources = List.of(LimitSource.values());
        for (int i = 0; i < 2_000; i++) {
            LimitSource source = sources.get(random.nextInt(sources.size()));
            votes.add(vote(random.nextInt(150), random.nextInt(900), 1300 + random.nextInt(200), source));
        }
        LimitVotes atOnce = new LimitVotes(votes);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(votes, random);
            LimitVotes sum = LimitVotes.NONE;
            for (int from = 0; from < votes.size(); from += 100) {
                LimitVotes part = new LimitVotes(votes.subList(from, from + 100));
                sum = round % 2 == 0 ? sum.merge(part).merge(part) : part.merge(sum);
            }
            assertThat(sum).isEqualTo(atOnce);
        }
    }

    @Test
    void one_installation_weighs_little_however_much_it_sends() {
        List<LimitVote> votes = new ArrayList<>();
        for (int report = 0; report < 10_000; report++) {
            votes.add(vote(1, report, 9_000, LimitSource.JETSAM_KILL));
        }
        for (int honest = 2; honest < 10; honest++) {
            votes.add(vote(honest, 20_000 + honest, 1400, LimitSource.SESSION_FIGURE));
        }
        LimitVotes kept = new LimitVotes(votes);

        assertThat(kept.entry(PHONE).limit()).contains(1400 * MIB);
        assertThat(kept.entry(PHONE).samples()).isEqualTo(LimitVotes.MOST_OF_ONE + 8);
        assertThat(kept.installations()).isEqualTo(9);
        assertThat(kept.isFull()).isFalse();
    }

    @Test
    void a_million_installations_take_no_more_room_than_64() {
        List<LimitVote> votes = new ArrayList<>();
        for (int installation = 0; installation < 500; installation++) {
            for (int report = 0; report < 5; report++) {
                votes.add(vote(installation, report, 1400, LimitSource.JETSAM_KILL));
            }
        }
        LimitVotes kept = new LimitVotes(votes);
        assertThat(kept.votes()).hasSize(LimitVotes.MOST_INSTALLATIONS * LimitVotes.MOST_OF_ONE);
        assertThat(kept.isFull()).isTrue();
    }

    @Test
    void of_one_installation_kills_are_kept_before_figures_and_warnings() {
        LimitVotes kept = new LimitVotes(List.of(
                vote(1, 1, 1000, LimitSource.MEMORY_WARNING),
                vote(1, 2, 1100, LimitSource.MEMORY_WARNING),
                vote(1, 3, 1390, LimitSource.SESSION_FIGURE),
                vote(1, 4, 1400, LimitSource.JETSAM_KILL)));
        assertThat(kept.votes())
                .extracting(LimitVote::source)
                .containsExactly(LimitSource.JETSAM_KILL, LimitSource.SESSION_FIGURE, LimitSource.MEMORY_WARNING);
    }

    @Test
    void a_vote_reads_back_what_it_prints() {
        LimitVote vote = vote(7, 9, 1400, LimitSource.SESSION_FIGURE);
        assertThat(LimitVote.parse(vote.toString())).isEqualTo(vote);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b:c", "00000000000g:00000000:1:jetsam-kill", "000000000000:00000000:1:rumour"})
    void what_is_no_vote_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LimitVote.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'iPhone10,4',14.4,true",
        "'MacBookPro18,1',15.0.1,true",
        "'Watch7,3',11,true",
        "x86_64,14.4,false",
        "'iPhone10,4',,false",
        "'iPhone10,4',14.4#app,false",
        "'iPhone10#4,1',14.4,false",
        "'iPhone1000,4',14.4,false"
    })
    void a_device_and_a_system_have_apples_shape(String device, String os, boolean plausible) {
        LimitKey key = new LimitKey(device, os == null ? "" : os, ProcessKind.APP, State.ACTIVE);
        assertThat(key.isPlausible()).isEqualTo(plausible);
    }

    private static LimitVote vote(int installation, int report, long mebibytes, LimitSource source) {
        return new LimitVote("%012x".formatted(installation), "%08x".formatted(report), mebibytes * MIB, source);
    }
}
