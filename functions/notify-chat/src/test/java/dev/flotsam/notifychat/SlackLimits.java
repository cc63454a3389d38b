package dev.flotsam.notifychat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import java.nio.charset.StandardCharsets;

/** What Slack takes: at most 50 blocks, 3,000 characters a text. */
final class SlackLimits {
    private static final JsonLimits LIMITS = new JsonLimits(64, 2_000_000, 1 << 20, 1_024, 64);

    private SlackLimits() {}

    static void hold(String message) {
        JsonValue root = new JsonReader(LIMITS)
                .read(message.getBytes(StandardCharsets.UTF_8))
                .root();
        assertThat(root.get("blocks").elements()).hasSizeBetween(1, 50);
        root.get("blocks").elements().forEach(block -> {
            assertThat(block.get("text").text("text")).hasSizeLessThanOrEqualTo(3_000);
            assertThat(block.get("fields").elements()).hasSizeLessThanOrEqualTo(10);
        });
    }
}
