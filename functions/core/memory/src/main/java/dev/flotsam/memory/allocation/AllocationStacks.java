package dev.flotsam.memory.allocation;

import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.Run;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Stacks that allocated what a run still held, recorded by a hook on malloc_logger. Frames and images are those of a
 * crash report, so that they are symbolicated the same way.
 *
 * @param run which run; last seen when the stacks were written
 * @param build what ran
 * @param executable name of the main executable; empty if unknown
 * @param images binary images, in the record's order
 * @param stacks the stacks, in the record's order
 */
public record AllocationStacks(Run run, Build build, String executable, List<BinaryImage> images, List<Stack> stacks) {
    /** The name that records of stacks go by outside the JVM. */
    public static final String FORMAT = "allocation-stacks";

    public AllocationStacks {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(build, "build");
        Objects.requireNonNull(executable, "executable");
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

        /** Equal for equal stacks; a text, which a map orders even when hashes are made to collide. */
        private String key() {
            StringBuilder key = new StringBuilder();
            for (Frame frame : frames) {
                key.append(frame.image())
                        .append(' ')
                        .append(frame.image() < 0 ? frame.address() : frame.offset())
                        .append(' ')
                        .append(frame.symbol())
                        .append('\n');
            }
            return key.toString();
        }

        private Stack and(Stack same) {
            return new Stack(frames, bytes + same.bytes, count + same.count, category);
        }
    }

    /** Stacks that hold most, heaviest first, equal ones as one. */
    public List<Stack> heaviest(int most) {
        Map<String, Stack> merged = new LinkedHashMap<>();
        stacks.forEach(stack -> merged.merge(stack.key(), stack, Stack::and));
        return merged.values().stream()
                .sorted(Comparator.comparing(Stack::bytes).reversed().thenComparing(Stack::key))
                .limit(most)
                .toList();
    }

    /** Bytes held by all stacks. */
    public long bytes() {
        return stacks.stream().mapToLong(Stack::bytes).sum();
    }

    /** Allocations of all stacks. */
    public long count() {
        return stacks.stream().mapToLong(Stack::count).sum();
    }
}
