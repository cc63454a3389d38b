package dev.flotsam.symbols.bitcode;

import dev.flotsam.symbols.ImageId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The mapping file {@code Contents/Resources/UUID.plist} of a dSYM that App Store Connect compiled: an XML property list
 * that names the archive's own build, and so its symbol map, by the key {@code DBGOriginalUUID} (behaviour of
 * getsentry/symbolic symbolic-debuginfo/src/macho/bcsymbolmap.rs).
 *
 * <pre>{@code <key>DBGOriginalUUID</key>
 * <string>C8374B6D-6E96-34D8-AE38-EFAA5FEC424F</string>}</pre>
 */
public final class OriginalUuid {
    /** Bytes of a mapping file: it is a few hundred long. */
    public static final int MOST_BYTES = 1 << 16;

    private static final String KEY = "<key>DBGOriginalUUID</key>";
    private static final String OPEN = "<string>";
    private static final String CLOSE = "</string>";

    private OriginalUuid() {}

    /** The original's UUID; empty if the file names none. */
    public static Optional<UUID> read(byte[] plist) {
        String text = new String(plist, StandardCharsets.ISO_8859_1);
        int key = text.indexOf(KEY);
        if (key < 0) {
            return Optional.empty();
        }
        String value = text.substring(key + KEY.length()).stripLeading();
        int end = value.indexOf(CLOSE);
        return value.startsWith(OPEN) && end > 0
                ? ImageId.parseUuid(value.substring(OPEN.length(), end))
                : Optional.empty();
    }
}
