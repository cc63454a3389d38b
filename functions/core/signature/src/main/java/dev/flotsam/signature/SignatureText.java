package dev.flotsam.signature;

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
                id(draft.kind(), keys),
                version,
                draft.kind(),
                title(draft.kind(), shown),
                shown,
                unstable,
                draft.weak());
    }

    /** The built-in version keeps ids apart when the rules change; overrides change ids by what they change. */
    private static String id(String kind, List<String> frames) {
        Digest digest = new Digest();
        digest.add(Ruleset.BUILT_IN_VERSION);
        digest.add(kind);
        frames.forEach(digest::add);
        return digest.hex(Limits.ID_HEX_DIGITS);
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
}
