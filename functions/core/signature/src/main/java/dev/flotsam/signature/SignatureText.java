package dev.flotsam.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Writes a finished draft as id and title. */
final class SignatureText {
    private SignatureText() {}

    static Signature of(String version, Draft draft) {
        List<String> keys = draft.frames().stream()
                .map(frame -> cut(frame.name(), Limits.SIGNED_NAME_CHARACTERS))
                .toList();
        List<String> shown = draft.frames().stream()
                .map(frame -> cut(frame.shown(), Limits.SIGNED_NAME_CHARACTERS))
                .toList();
        boolean unstable = draft.frames().stream().anyMatch(frame -> !frame.sure());
        return new Signature(
                id(version, draft.kind(), keys),
                version,
                draft.kind(),
                title(draft.kind(), shown),
                shown,
                unstable,
                draft.weak());
    }

    /** SHA-256 over version, kind and frames, each as UTF-8 behind its length, so that no two lists read alike. */
    private static String id(String version, String kind, List<String> frames) {
        MessageDigest digest = sha256();
        add(digest, version);
        add(digest, kind);
        frames.forEach(frame -> add(digest, frame));
        return HexFormat.of().formatHex(digest.digest()).substring(0, Limits.ID_HEX_DIGITS);
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (bytes.length >>> shift));
        }
        digest.update(bytes);
    }

    private static String title(String kind, List<String> frames) {
        StringBuilder title = new StringBuilder(kind);
        frames.forEach(frame -> title.append(" | ").append(frame));
        return title.length() <= Limits.TITLE_CHARACTERS
                ? title.toString()
                : cut(title.toString(), Limits.TITLE_CHARACTERS - 1) + "…";
    }

    /** At most {@code limit} characters, never half of a surrogate pair. */
    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
