package dev.flotsam.triage.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.decide.AppVersion;
import dev.flotsam.triage.health.Run.Kind;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {

    @Test
    void a_run_reads_back_what_it_prints() {
        for (Run run : List.of(
                new Run(Kind.SESSION, 3, OptionalInt.of(932), 0, 0),
                new Run(Kind.WARNING, 0, OptionalInt.empty(), 0, 0),
                new Run(Kind.EXITS, 0, OptionalInt.empty(), 12, 3))) {
            assertThat(Run.parse(run.toString())).isEqualTo(run);
        }
    }

    @Test
    void a_forged_record_claims_no_more_than_a_real_one_can() {
        Run run = new Run(Kind.EXITS, Integer.MAX_VALUE, OptionalInt.of(-7), Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(run).isEqualTo(new Run(Kind.EXITS, Run.MOST, OptionalInt.of(0), Run.MOST, Run.MOST));
        assertThat(run.toString()).hasSizeLessThan(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "q:1:2:3:4", "ss:1:2:3:4", "s:1:2:3:4:5", "s:a:2:3:4"})
    void what_is_no_run_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Run.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'foom-limit: near its limit',FOOM_LIMIT",
        "'crash, counted by report 0123',CRASH",
        "user-quit,USER_QUIT",
        "kept,",
        "'',"
    })
    void an_ending_is_the_first_word_of_why_a_record_is_not_counted(String summary, Ending ending) {
        assertThat(HealthTally.endOf(new Outcome.Recognised("session", summary)).orElse(null))
                .isEqualTo(ending);
    }

    @Test
    void versions_are_sorted_newest_first_in_a_total_order() {
        List<String> versions = Stream.of("", "beta", "5", "v6", "5.2", "5.2 (3)", "5.2 (10)", "10.0")
                .sorted(AppVersion::newestFirst)
                .toList();
        assertThat(versions).containsExactly("10.0", "v6", "5.2 (10)", "5.2 (3)", "5.2", "5", "", "beta");
        for (String a : versions) {
            for (String b : versions) {
                assertThat(Integer.signum(AppVersion.newestFirst(a, b)))
                        .isEqualTo(-Integer.signum(AppVersion.newestFirst(b, a)));
            }
        }
    }
}
