package dev.flotsam.memory.session;

import java.util.Optional;

/** Memory limits learned elsewhere, such as the atlas. */
@FunctionalInterface
public interface KnownLimits {
    /** Nothing is known. */
    KnownLimits NONE = build -> Optional.empty();

    /** The limit in bytes of a process on a device, if it is known. */
    Optional<Long> limitOf(Build build);
}
