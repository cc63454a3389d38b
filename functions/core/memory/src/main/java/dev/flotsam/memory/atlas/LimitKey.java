package dev.flotsam.memory.atlas;

import dev.flotsam.memory.jetsam.ProcessKind;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a memory limit depends on.
 *
 * @param device hardware model, such as "iPhone10,4"
 * @param os system version, such as "14.4"
 * @param kind app, extension, web view or daemon
 * @param state in front or not: the kernel keeps an active and an inactive limit
 */
public record LimitKey(String device, String os, ProcessKind kind, State state) {
    /** Such as "iPhone10,4", "MacBookPro18,1". */
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z]{3,20}\\d{1,3},\\d{1,3}");

    /** Such as "14.4", "18.0.1". */
    private static final Pattern OS = Pattern.compile("\\d{1,2}(?:\\.\\d{1,3}){0,3}");

    public LimitKey {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(os, "os");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
    }

    /** Whether device and system look like Apple's: what a forger makes up must not fill the atlas. */
    public boolean isPlausible() {
        return DEVICE.matcher(device).matches() && OS.matcher(os).matches();
    }

    /** Which of a process's two limits. */
    public enum State {
        ACTIVE,
        INACTIVE
    }
}
