package dev.flotsam.memory.atlas;

import dev.flotsam.memory.atlas.LimitKey.State;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.memory.jetsam.ProcessKind;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.warning.MemoryWarning;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One observation of a limit.
 *
 * @param key of which limit
 * @param bytes the limit, in whole MiB
 * @param source where from
 */
public record LimitSample(LimitKey key, long bytes, LimitSource source) {
    private static final long MEBIBYTE = 1L << 20;

    /** No process has a limit beyond what any device has. */
    private static final long LARGEST = 1L << 44;

    public LimitSample {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(source, "source");
        if (bytes <= 0 || bytes > LARGEST) {
            throw new IllegalArgumentException("no limit is " + bytes + " bytes");
        }
    }

    /** Limits that the kills of an event prove; those of apps while suspended are inactive limits. */
    public static List<LimitSample> of(JetsamEvent event) {
        return event.kills().stream()
                .map(kill -> of(event, kill))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<LimitSample> of(JetsamEvent event, Kill kill) {
        return kill.limitBytes()
                .filter(bytes -> bytes > 0 && bytes <= LARGEST)
                .map(bytes -> new LimitSample(
                        new LimitKey(
                                event.device(),
                                event.os().version(),
                                kill.kind(),
                                kill.process().inFront() ? State.ACTIVE : State.INACTIVE),
                        bytes,
                        LimitSource.JETSAM_KILL));
    }

    /** The limit that a record tells, if it names its device: footprint and available, or the limit itself. */
    public static Optional<LimitSample> of(SessionRecord record) {
        boolean inFront = record.flags().inFront().orElse(true);
        return record.memory()
                .limit()
                .filter(bytes -> bytes >= MEBIBYTE && bytes <= LARGEST)
                .flatMap(bytes -> keyOf(record.build(), inFront ? State.ACTIVE : State.INACTIVE)
                        .map(key -> new LimitSample(key, bytes / MEBIBYTE * MEBIBYTE, LimitSource.SESSION_FIGURE)));
    }

    /** What a warning hints at, if it names its device: the limit is at least what was used. */
    public static Optional<LimitSample> of(MemoryWarning warning) {
        boolean told = !warning.device().isEmpty() && !warning.osVersion().isEmpty();
        boolean sane = warning.highest() >= MEBIBYTE && warning.highest() <= LARGEST;
        return told && sane
                ? Optional.of(new LimitSample(
                        new LimitKey(warning.device(), warning.osVersion(), ProcessKind.APP, State.ACTIVE),
                        warning.highest() / MEBIBYTE * MEBIBYTE,
                        LimitSource.MEMORY_WARNING))
                : Optional.empty();
    }

    /** Which limit holds for a build, if it tells its device and system and is no test. */
    public static Optional<LimitKey> keyOf(Build build, State state) {
        if (build.device().isEmpty() || build.osVersion().isEmpty()) {
            return Optional.empty();
        }
        return switch (build.host()) {
            case APP -> Optional.of(new LimitKey(build.device(), build.osVersion(), ProcessKind.APP, state));
            case EXTENSION ->
                Optional.of(new LimitKey(build.device(), build.osVersion(), ProcessKind.EXTENSION, state));
            case TEST, OTHER -> Optional.empty();
        };
    }
}
