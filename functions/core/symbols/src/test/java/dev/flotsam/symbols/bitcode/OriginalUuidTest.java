package dev.flotsam.symbols.bitcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OriginalUuidTest {
    private static final String UUID_TEXT = "0F1E2D3C-4B5A-3697-8877-665544332211";

    @Test
    void theArchivesBuildIsNamedByItsKey() {
        assertThat(read(
                        "<dict>\n\t<key>DBGVersion</key>\n\t<string>1</string>\n\t<key>DBGOriginalUUID</key>\n\t<string>"
                                + UUID_TEXT + "</string>\n</dict>"))
                .contains(UUID.fromString(UUID_TEXT));
    }

    @Test
    void whatNamesNoBuildIsNoMapping() {
        assertThat(read("")).isEmpty();
        assertThat(read("<key>DBGOriginalUUID</key>")).isEmpty();
        assertThat(read("<key>DBGOriginalUUID</key><string>" + UUID_TEXT)).isEmpty();
        assertThat(read("<key>DBGOriginalUUID</key><true/><string>" + UUID_TEXT + "</string>"))
                .isEmpty();
        assertThat(read("<key>DBGOriginalUUID</key><string>../../etc</string>")).isEmpty();
        assertThat(read("bplist00 DBGOriginalUUID " + UUID_TEXT)).isEmpty();
    }

    private static Optional<UUID> read(String text) {
        return OriginalUuid.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
