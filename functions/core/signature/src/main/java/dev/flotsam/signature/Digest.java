package dev.flotsam.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over texts, each as UTF-8 behind its length, so that no two lists of texts read alike. */
final class Digest {
    private final MessageDigest sha256 = sha256();

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha256.update((byte) (bytes.length >>> shift));
        }
        sha256.update(bytes);
    }

    /** The first hex digits; ends the digest. */
    String hex(int digits) {
        return HexFormat.of().formatHex(sha256.digest()).substring(0, digits);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
