package dev.flotsam.triage.upload;

import dev.flotsam.triage.access.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Opens a place in the bucket for one upload. Whoever calls has checked that the key may upload this kind. */
public final class OpenUpload {
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int RANDOM_BYTES = 16;
    private static final int NAME_CHARACTERS = 100;

    private final PostForms forms;
    private final Quotas quotas;
    private final Quota quota;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * Over the bucket and what was uploaded before.
     *
     * @param quota of each key
     * @param random makes keys that nobody guesses
     */
    public OpenUpload(PostForms forms, Quotas quotas, Quota quota, Clock clock, RandomGenerator random) {
        this.forms = forms;
        this.quotas = quotas;
        this.quota = quota;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens a place.
     *
     * @param key who uploads
     * @param name of the file, for people: what is unusual in it is replaced
     * @param bytes of the file
     * @throws IllegalArgumentException if there are no bytes
     */
    public Opening open(ApiKey key, UploadKind kind, String name, long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes: the file's size, at least 1, not " + bytes);
        }
        if (bytes > kind.mostBytes()) {
            return new Opening.TooLarge(kind.mostBytes());
        }
        Instant now = clock.instant();
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (!quotas.take(key.hash(), day, bytes, quota)) {
            return new Opening.QuotaSpent(quota, day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        return new Opening.Opened(forms.sign(objectKey(kind, day, name), bytes, now, VALID));
    }

    private String objectKey(UploadKind kind, LocalDate day, String name) {
        byte[] unguessable = new byte[RANDOM_BYTES];
        random.nextBytes(unguessable);
        return kind.word() + "/" + day + "/" + HexFormat.of().formatHex(unguessable) + "/" + plain(name);
    }

    /** The end of a name, where its extension is, in characters that need no escaping anywhere. */
    private static String plain(String name) {
        String end = name.substring(Math.max(0, name.length() - NAME_CHARACTERS));
        StringBuilder plain = new StringBuilder(end.length());
        for (int i = 0; i < end.length(); i++) {
            char c = end.charAt(i);
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean isInner = !plain.isEmpty() && (c == '.' || c == '-' || c == '_');
            plain.append(isPlain || isInner ? c : '_');
        }
        return plain.isEmpty() ? "upload" : plain.toString();
    }

    /** What came of asking. */
    public sealed interface Opening {
        /** The form to send. */
        record Opened(PostForm form) implements Opening {}

        /** More bytes than one upload may have. */
        record TooLarge(long mostBytes) implements Opening {}

        /**
         * The key has uploaded enough for the day.
         *
         * @param again when it may upload more
         */
        record QuotaSpent(Quota quota, Instant again) implements Opening {}
    }
}
