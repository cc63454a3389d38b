package dev.flotsam.contracts.fake;

import dev.flotsam.triage.upload.PostForm;
import dev.flotsam.triage.upload.PostForms;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Forms and the bucket that takes them, in memory. */
public final class FakePostForms implements PostForms {
    private static final String SIGNATURE = "signature";

    private final Clock clock;
    private final Map<String, Signed> signed = new HashMap<>();
    private final Map<String, byte[]> objects = new HashMap<>();

    private record Signed(String key, long mostBytes, Instant expires) {}

    /** A bucket that goes by this clock. */
    public FakePostForms(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized PostForm sign(String key, long mostBytes, Instant now, Duration valid) {
        String signature = Integer.toString(signed.size());
        signed.put(signature, new Signed(key, mostBytes, now.plus(valid)));
        return new PostForm(
                URI.create("https://uploads.example/"),
                Map.of(PostForm.KEY, key, SIGNATURE, signature),
                now.plus(valid));
    }

    /** Sends a form; whether it was taken. */
    public synchronized boolean post(PostForm form, byte[] file) {
        Signed allowed = signed.get(form.fields().get(SIGNATURE));
        boolean isTaken = allowed.key().equals(form.key())
                && file.length >= 1
                && file.length <= allowed.mostBytes()
                && clock.instant().isBefore(allowed.expires());
        if (isTaken) {
            objects.put(form.key(), file.clone());
        }
        return isTaken;
    }

    /** What the bucket holds under a key. */
    public synchronized Optional<byte[]> stored(String key) {
        return Optional.ofNullable(objects.get(key));
    }
}
