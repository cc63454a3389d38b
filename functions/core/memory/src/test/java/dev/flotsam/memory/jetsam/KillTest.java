package dev.flotsam.memory.jetsam;

import static dev.flotsam.memory.jetsam.EventText.entry;
import static dev.flotsam.memory.jetsam.EventText.event;
import static dev.flotsam.memory.jetsam.EventText.onlyKill;
import static dev.flotsam.memory.jetsam.EventText.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.FiredRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KillTest {
    private static final long MIB = 1L << 20;

    @Test
    void theArticlesPagesMakeALimitOf1400MiB() {
        Kill kill = onlyKill(entry("Driftwood", "frontmost", 89_600, 89_600, "per-process-limit"));
        assertThat(kill.bytes()).contains(1400 * MIB);
        assertThat(kill.limitBytes()).contains(1400 * MIB);
    }

    @Test
    void theArticlesFrontmostAppDiedAtItsLimitOf1450MiB() {
        Kill kill = onlyKill(entry("MyCoolApp", "frontmost", 92_802, 92_802, "per-process-limit"));
        assertThat(kill.verdict().ending()).isEqualTo(Ending.FOOM_LIMIT);
        assertThat(kill.limitBytes()).contains(1450 * MIB);
        assertThat(kill.bytes()).contains(92_802L * 16_384);
        assertThat(kill.verdict().rules()).extracting(FiredRule::rule).contains("own-limit", "at-its-peak");
    }

    @ParameterizedTest
    @CsvSource({
        "frontmost, per-process-limit, foom-limit",
        "active+frontmost, per-process-limit, foom-limit",
        "suspended, per-process-limit, boom",
        "audio, per-process-limit, boom",
        "frontmost, vm-pageshortage, foom-pressure",
        "frontmost, vm-compressor-space-shortage, foom-pressure",
        "frontmost, highwater, foom-pressure",
        "suspended, vm-pageshortage, boom",
        "frontmost, vnode-limit, unknown",
        "suspended, idle-exit, unknown",
        "frontmost, jettisoned, unknown",
        "frontmost, a-word-of-tomorrow, unknown",
        "'', per-process-limit, unknown",
    })
    void whereItWasAndWhyItWasKilledDecide(String states, String reason, String ending) {
        Kill kill = onlyKill(entry("MyCoolApp", states, 9_000, 10_000, reason));
        assertThat(kill.verdict().ending().wireName()).isEqualTo(ending);
        assertThat(kill.reason()).isEqualTo(reason);
    }

    @Test
    void anAppFarBelowItsPeakIsCalledAVictim() {
        Kill kill = onlyKill(entry("MyCoolApp", "frontmost", 9_000, 72_000, "vm-pageshortage"));
        assertThat(kill.verdict().rules()).extracting(FiredRule::rule).contains("below-its-peak");
    }

    @Test
    void theResidentPeakOfOldSystemsIsNotComparedWithTheFootprint() {
        String old = event(entry("MyCoolApp", "frontmost", 9_000, 72_000, "vm-pageshortage"))
                .replace("iPhone OS 14.4 (18D52)", "iPhone OS 12.1 (16B92)");
        assertThat(read(old).kills().getFirst().verdict().rules())
                .extracting(FiredRule::rule)
                .doesNotContain("below-its-peak");
    }

    @Test
    void aWebViewsDeathIsNoEndOfItsApp() {
        JetsamEvent event = read(event(
                entry("com.apple.WebKit.WebContent", "frontmost", 78_601, 78_601, "per-process-limit"),
                entry("Halyard", "frontmost", 6_912, 7_000, "")));
        Kill kill = event.kills().getFirst();
        assertThat(kill.kind()).isEqualTo(ProcessKind.WEB_VIEW);
        assertThat(kill.owners()).containsExactly("Halyard");
        assertThat(kill.verdict().ending()).isEqualTo(Ending.UNKNOWN);
        assertThat(event.headline()).isEmpty();
    }

    @Test
    void theLargestProcessIsNotTheKilledOne() {
        JetsamEvent event = read(event(
                entry("MyCoolApp", "frontmost", 92_802, 92_802, ""),
                entry("Bollard", "suspended", 2_000, 9_000, "vm-pageshortage")));
        assertThat(event.largest(1)).extracting(JetsamProcess::name).containsExactly("MyCoolApp");
        assertThat(event.kills()).extracting(kill -> kill.process().name()).containsExactly("Bollard");
        assertThat(event.endOf("", "MyCoolApp")).isInstanceOf(EndInEvent.Survived.class);
    }

    @Test
    void aNameCutAt32MatchesTheFullName() {
        JetsamEvent event =
                read(event(entry("SkerryShareToCollectionsExtensio", "frontmost", 7_683, 7_683, "per-process-limit")));
        assertThat(event.endOf("", "SkerryShareToCollectionsExtension")).isInstanceOf(EndInEvent.Killed.class);
        assertThat(event.kills().getFirst().kind()).isEqualTo(ProcessKind.EXTENSION);
    }

    @Test
    void anAppThatACompleteListLacksWasNotRunning() {
        JetsamEvent event = read(event(entry("Bollard", "suspended", 2_000, 9_000, "vm-pageshortage")));
        assertThat(event.endOf("", "MyCoolApp")).isInstanceOf(EndInEvent.NotRunning.class);
    }
}
