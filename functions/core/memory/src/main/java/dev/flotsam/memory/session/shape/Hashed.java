package dev.flotsam.memory.session.shape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifiers of a device or person are kept only as a hash: equal stays equal, nothing can be read back. */
final class Hashed {
    private static final int KEPT_BYTES = 12;

    private Hashed() {}

    static String of(String identifier) {
        if (identifier.isEmpty()) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("flotsam installation " + identifier).getBytes(StandardCharsets.UTF_8));
            return "h-" + HexFormat.of().formatHex(digest, 0, KEPT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
