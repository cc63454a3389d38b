package dev.flotsam.memory.allocation;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Stacks that allocated what a run still held, recorded by a hook on malloc_logger. Frames and images are those of a
 * crash report, so that they are symbolicated the same way.
 *
 * @param run the run's identifier, which joins it to its session; empty if unknown
 * @param installation opaque key of the installation; empty if unknown
 * @param captured when the stacks were written, if told
 * @param appId bundle identifier; empty if unknown
 * @param version version of the app; empty if unknown
 * @param images binary images, in the record's order
 * @param stacks the stacks, in the record's order
 */
public record AllocationStacks(
        String run,
        String installation,
        Optional<Instant> captured,
        String appId,
        String version,
        List<BinaryImage> images,
        List<Stack> stacks) {
    public AllocationStacks {
        Objects.requireNonNull(run, "run");
        images = List.copyOf(images);
        stacks = List.copyOf(stacks);
    }

    /**
     * One stack.
     *
     * @param frames innermost first
     * @param bytes held by all its allocations together
     * @param count number of allocations
     * @param category what the client calls the memory, such as "image"; empty if it doesn't
     */
    public record Stack(List<Frame> frames, long bytes, long count, String category) {
        public Stack {
            frames = List.copyOf(frames);
        }
    }

    /** Stacks that hold most, heaviest first. */
    public List<Stack> heaviest(int most) {
        return stacks.stream()
                .sorted(Comparator.comparing(Stack::bytes).reversed())
                .limit(most)
                .toList();
    }

    /** Bytes held by all stacks. */
    public long bytes() {
        return stacks.stream().mapToLong(Stack::bytes).sum();
    }
}
