package dev.flotsam.memory.jetsam;

import static dev.flotsam.memory.jetsam.EventText.entry;
import static dev.flotsam.memory.jetsam.EventText.event;
import static dev.flotsam.memory.jetsam.EventText.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.atlas.LimitAtlas;
import dev.flotsam.memory.atlas.LimitKey;
import dev.flotsam.memory.atlas.LimitKey.State;
import dev.flotsam.memory.atlas.LimitSample;
import dev.flotsam.memory.verdict.Ending;
import org.junit.jupiter.api.Test;

/** The article's two figures: a page is 16,384 bytes, so 89,600 of them are 1,400 MiB and 92,802 are 1,450 and some. */
class PagesOfKillsTest {
    private static final long MIB = 1L << 20;

    @Test
    void aKillAtTheLimitOfItsProcessIsTheLimitOfItsDeviceAndSystem() {
        JetsamEvent event = read(event(entry("Driftwood", "frontmost", 89_600, 89_600, "per-process-limit")));
        Kill kill = event.headline().orElseThrow();
        assertThat(kill.limitBytes()).contains(1_400 * MIB);
        LimitKey device = new LimitKey("iPhone10,4", "14.4", ProcessKind.APP, State.ACTIVE);
        assertThat(LimitAtlas.EMPTY
                        .with(LimitSample.of(event))
                        .entry(device)
                        .orElseThrow()
                        .limit())
                .contains(1_400 * MIB);
    }

    @Test
    void aFrontmostAppAtItsLimitIsAFoomAtThatSize() {
        JetsamEvent event = read(event(entry("MyCoolApp", "frontmost", 92_802, 92_802, "per-process-limit")));
        Kill kill = event.headline().orElseThrow();
        assertThat(kill.process().name()).isEqualTo("MyCoolApp");
        assertThat(kill.verdict().ending()).isEqualTo(Ending.FOOM_LIMIT);
        assertThat(kill.bytes()).contains(92_802L * 16_384);
        assertThat(kill.bytes().orElseThrow() / MIB).isEqualTo(1_450);
    }
}
