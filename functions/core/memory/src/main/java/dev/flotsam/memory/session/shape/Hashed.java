package dev.flotsam.memory.session.shape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Identifiers of a device or person are kept only as a hash: equal stays equal, nothing can be read back. */
public final class Hashed {
    private static final int KEPT_BYTES = 12;

    private static final Pattern SHAPE = Pattern.compile("h-[0-9a-f]{24}");

    private Hashed() {}

    /**
     * An installation's key as all clients' reports compare: those that came as an identifier of a device were hashed when
     * they were read, the others are hashed here.
     *
     * @return empty for an empty key
     */
    public static String alike(String key) {
        return SHAPE.matcher(key).matches() ? key : of(key);
    }

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
