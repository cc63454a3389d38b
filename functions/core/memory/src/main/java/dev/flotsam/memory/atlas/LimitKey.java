package dev.flotsam.memory.atlas;

import dev.flotsam.memory.jetsam.ProcessKind;
import java.util.Objects;

/**
 * What a memory limit depends on.
 *
 * @param device hardware model, such as "iPhone10,4"
 * @param os system version, such as "14.4"
 * @param kind app, extension, web view or daemon
 * @param state in front or not: the kernel keeps an active and an inactive limit
 */
public record LimitKey(String device, String os, ProcessKind kind, State state) {
    public LimitKey {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(os, "os");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
    }

    /** Which of a process's two limits. */
    public enum State {
        ACTIVE,
        INACTIVE
    }
}
