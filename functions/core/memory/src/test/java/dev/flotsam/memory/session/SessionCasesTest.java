package dev.flotsam.memory.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.verdict.Ending;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table itself keeps its promises, whatever the rules do. */
class SessionCasesTest {
    private static final List<SessionCase> CASES = SessionCases.all();

    @Test
    void thereAreEnoughCasesWithNamesOfTheirOwn() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(60);
        assertThat(CASES).extracting(SessionCase::name).doesNotHaveDuplicates();
    }

    @Test
    void everyShapeCitesItsSourceAndHasCases() {
        assertThat(SessionCases.FILES).allSatisfy(file -> {
            assertThat(SessionCases.header(file).text("source")).isNotEmpty();
            assertThat(SessionCases.of(file)).isNotEmpty();
        });
    }

    @Test
    void aTwinDiffersInOneFact() {
        assertThat(CASES)
                .filteredOn(each -> each.twinOf().isPresent())
                .isNotEmpty()
                .allSatisfy(twin -> assertThat(twin.changed()).isEqualTo(1));
    }

    @Test
    void everyFoomHasATwinThatIsNone() {
        assertThat(CASES)
                .filteredOn(SessionCase::isFoom)
                .allSatisfy(foom -> assertThat(CASES)
                        .filteredOn(other -> !other.isFoom())
                        .filteredOn(other -> other.twinOf().equals(Optional.of(foom.name()))
                                || foom.twinOf().equals(Optional.of(other.name()))
                                || (foom.twinOf().isPresent() && foom.twinOf().equals(other.twinOf())))
                        .isNotEmpty());
    }

    @Test
    void everyCaseExpectsAClassAndARule() {
        assertThat(CASES).allSatisfy(each -> {
            assertThat(Ending.named(each.expected())).as(each.name()).isPresent();
            assertThat(each.rule()).as(each.name()).isNotEmpty();
        });
    }

    @Test
    void everyClassASessionCanTellIsExpectedSomewhere() {
        assertThat(CASES.stream().map(SessionCase::expected).collect(Collectors.toSet()))
                .contains(
                        "foom-limit",
                        "foom-pressure",
                        "boom",
                        "deadlock",
                        "crash",
                        "app-exit",
                        "user-quit",
                        "app-upgrade",
                        "os-upgrade",
                        "reboot",
                        "thermal",
                        "cpu-limit",
                        "low-battery",
                        "debugger",
                        "automation",
                        "background-launch",
                        "unknown");
    }
}
