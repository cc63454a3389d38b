package dev.flotsam.triage.examine;

import java.util.List;

/**
 * Where much of a run's memory was allocated: stacks that are signed alike, as one.
 *
 * @param bytes held by all their allocations
 * @param count how many allocations
 * @param share of all recorded bytes, 0 to 1
 * @param category what the client calls the memory; empty if it doesn't
 * @param frames of the heaviest of them with names, innermost first, inlined frames expanded
 */
public record HeavyStack(long bytes, long count, double share, String category, List<NamedFrame> frames) {
    public HeavyStack {
        frames = List.copyOf(frames);
    }

    /** The app's function that allocates, in brief: else the innermost with a name; empty where none has one. */
    public String place() {
        return frames.stream()
                .filter(NamedFrame::inApp)
                .findFirst()
                .or(() -> frames.stream()
                        .filter(frame -> !frame.brief().isEmpty())
                        .findFirst())
                .map(NamedFrame::shown)
                .orElse("");
    }
}
