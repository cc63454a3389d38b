package dev.flotsam.triage.upload;

import java.time.Duration;
import java.time.Instant;

/** Signs forms that let their holder store one object. */
public interface PostForms {

    /**
     * A form for exactly this key and 1 to {@code mostBytes} bytes. Nothing is stored, nothing is called.
     *
     * @param now when it starts to hold
     * @param valid for how long
     */
    PostForm sign(String key, long mostBytes, Instant now, Duration valid);
}
