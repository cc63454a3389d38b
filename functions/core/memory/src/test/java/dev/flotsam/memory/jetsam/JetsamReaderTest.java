package dev.flotsam.memory.jetsam;

import static dev.flotsam.memory.jetsam.EventText.entry;
import static dev.flotsam.memory.jetsam.EventText.event;
import static dev.flotsam.memory.jetsam.EventText.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JetsamReaderTest {
    private static final String KILLED = entry("MyCoolApp", "frontmost", 92_802, 92_802, "per-process-limit");

    @Test
    void tellsWhatDeviceAndSystemItWasAndWhen() {
        JetsamEvent event = read(event(KILLED));
        assertThat(event.device()).isEqualTo("iPhone10,4");
        assertThat(event.os().name()).isEqualTo("iOS");
        assertThat(event.os().version()).isEqualTo("14.4");
        assertThat(event.os().build()).isEqualTo("18D52");
        assertThat(event.captured()).contains(Instant.parse("2021-03-02T17:41:07.62Z"));
        assertThat(event.zoneOffset()).contains(3600);
        assertThat(event.memory().bytesOf("free")).contains(1L << 20);
    }

    @Test
    void aBodyWithoutItsHeaderLineIsRead() {
        String text = event(KILLED);
        assertThat(read(text.substring(text.indexOf('\n') + 1)).kills()).hasSize(1);
    }

    @Test
    void aFileCutBehindTheKillStillTellsItAndSaysWhereItIsCut() {
        String text = event(KILLED, KILLED);
        JetsamEvent event = read(text.substring(0, text.lastIndexOf("coalition")));
        assertThat(event.kills()).hasSize(1);
        assertThat(event.damage()).get().asString().contains("byte ");
        assertThat(event.endOf("", "Elsewhere")).isInstanceOf(EndInEvent.NotTold.class);
    }

    @Test
    void entriesBehindLinesThatAPersonCutOutAreFound() {
        JetsamEvent event = read(event("{\n...\n" + KILLED + ",\n..."));
        assertThat(event.kills()).hasSize(1);
        assertThat(event.damage()).isPresent();
    }

    @Test
    void withoutAPageSizeTheBytesAreUnknownAndSaidToBeMissing() {
        Kill kill =
                read(event(KILLED).replace("\"pageSize\":16384,", "")).kills().getFirst();
        assertThat(kill.bytes()).isEmpty();
        assertThat(kill.limitBytes()).isEmpty();
        assertThat(kill.verdict().ending().wireName()).isEqualTo("foom-limit");
        assertThat(kill.verdict().missing()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "9223372036854775807", "99999999999999999999999", "\"many\"", "[[[]]]"})
    void aNonsenseNumberOfPagesIsNoAmountOfMemory(String pages) {
        JetsamEvent event = read(event(KILLED.replace("\"rpages\":92802", "\"rpages\":" + pages)));
        assertThat(event.kills().getFirst().bytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "null", "7", "{\"processes\":7}", "plain text", "{\"memoryStatus\":{", "\u0000"})
    void whatHoldsNoProcessEntryIsRefusedOnce(String text) {
        assertThat(JetsamReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.rejection().code()).isNotEmpty());
    }

    @Test
    void moreBytesThanAnEventHasAreRefused() {
        assertThat(JetsamReader.read(new byte[JetsamLimits.MAX_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo("too-large"));
    }

    @Test
    void nestingDeeperThanAnyEventIsDamageNotADisaster() {
        String deep = "[".repeat(JetsamLimits.JSON.depth() + 1);
        JetsamEvent event = read(event(KILLED).replace("\"processes\"", "\"deep\":" + deep + ",\"processes\""));
        assertThat(event.damage()).isPresent();
        assertThat(event.kills()).hasSize(1);
    }

    @Test
    void noMoreProcessesAreKeptThanTheLimit() {
        String many = (entry("a", "suspended", 1, 1, "") + ",").repeat(JetsamLimits.MAX_PROCESSES + 5) + KILLED;
        assertThat(read(event(many)).processes()).hasSize(JetsamLimits.MAX_PROCESSES);
    }

    @Test
    void statesAndNamesAreBounded() {
        String states = "s+".repeat(JetsamLimits.MAX_STATES + 3) + "s";
        JetsamProcess process = read(event(entry("n".repeat(JetsamLimits.MAX_NAME + 9), states, 1, 1, "")))
                .processes()
                .getFirst();
        assertThat(process.states()).hasSize(JetsamLimits.MAX_STATES);
        assertThat(process.name()).hasSize(JetsamLimits.MAX_NAME);
    }

    @Test
    void theSearchBehindDamageIsGivenUpAfterManyFalseStarts() {
        String text = event("{...") + "{x".repeat(JetsamLimits.MAX_FALSE_STARTS + 1) + KILLED;
        assertThat(read(text.replace("\"processes\"", "\"processes\":[" + KILLED + "],\"more\""))
                        .kills())
                .hasSize(1);
    }

    @Test
    void anEntryBehindDamageLongerThanItsWindowIsNotRead() {
        String long1 = KILLED.replace("MyCoolApp", "x".repeat(JetsamLimits.MAX_ENTRY_BYTES));
        assertThat(read(event(KILLED + ",{..." + long1)).kills()).hasSize(1);
    }
}
