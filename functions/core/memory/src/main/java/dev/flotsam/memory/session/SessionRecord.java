package dev.flotsam.memory.session;

import dev.flotsam.report.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One run of an app as its client recorded it, in our vocabulary.
 *
 * @param shape whose record it is
 * @param part a whole session, or only its start or end
 * @param run which run
 * @param build what ran, on what
 * @param flags what the process knew about itself
 * @param unchanged what was as before: of a start compared with the run before it, else what the next launch found
 * @param memory memory at the end
 * @param conditions the device at the end
 * @param scene screen or scene at the end; empty if unknown
 * @param hangStack the blocked main thread's stack as the client wrote it; missing if none
 * @param clientAnswer what the client itself concluded
 * @param durations how long and how often, for rates
 * @param dropped names of facts that were refused at the door, such as raw boot times
 */
public record SessionRecord(
        ClientShape shape,
        Part part,
        Run run,
        Build build,
        Flags flags,
        Unchanged unchanged,
        MemoryFacts memory,
        Conditions conditions,
        String scene,
        JsonValue hangStack,
        Optional<String> clientAnswer,
        Durations durations,
        List<String> dropped) {
    public SessionRecord {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(scene, "scene");
        Objects.requireNonNull(hangStack, "hangStack");
        dropped = List.copyOf(dropped);
    }

    /**
     * This record with what another record of the same run tells and this one doesn't. What a start record says of the
     * run before it is no fact about this run's end and isn't taken.
     */
    public SessionRecord filledFrom(SessionRecord other) {
        boolean aboutTheEnd = other.part != Part.START;
        return new SessionRecord(
                shape,
                part,
                run.or(other.run),
                build.or(other.build),
                aboutTheEnd ? flags.or(other.flags) : flags,
                aboutTheEnd ? unchanged.or(other.unchanged) : unchanged,
                aboutTheEnd ? memory.or(other.memory) : memory,
                aboutTheEnd ? conditions.or(other.conditions) : conditions,
                scene.isEmpty() ? other.scene : scene,
                hangStack.isPresent() ? hangStack : other.hangStack,
                clientAnswer.or(other::clientAnswer),
                durations.equals(Durations.UNKNOWN) ? other.durations : durations,
                Stream.concat(dropped.stream(), other.dropped.stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** This record with a memory figure from elsewhere, where it has none of its own. */
    public SessionRecord withHighest(long bytes) {
        MemoryFacts highest = new MemoryFacts(
                Optional.of(bytes),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new SessionRecord(
                shape,
                part,
                run,
                build,
                flags,
                unchanged,
                memory.or(highest),
                conditions,
                scene,
                hangStack,
                clientAnswer,
                durations,
                dropped);
    }

    /** How much of a session a record tells. */
    public enum Part {
        WHOLE,
        START,
        END
    }

    /**
     * How long the app was used.
     *
     * @param activeMillis milliseconds in front
     * @param backgroundMillis milliseconds in background
     * @param seenSessions sessions that a person saw
     * @param unseenSessions sessions in background
     */
    public record Durations(long activeMillis, long backgroundMillis, long seenSessions, long unseenSessions) {
        /** Nothing is known: one session that was seen if it was in front. */
        public static final Durations UNKNOWN = new Durations(0, 0, 0, 0);
    }
}
