package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport.Frame;
import java.util.List;

/** What symbolication knows of a frame, for {@link AppleTextWriter}. */
@FunctionalInterface
public interface FrameNames {
    /** Knows nothing: frames are written as their report has them. */
    FrameNames AS_REPORTED = frame -> List.of();

    /**
     * The functions at a frame, innermost first: those inlined there, and last the one that holds them. Empty when
     * nothing is known.
     */
    List<FrameName> at(Frame frame);

    /** The name to show for one that the report came with: the same, unless it is mangled and somebody can read it. */
    default String readable(String symbol) {
        return symbol;
    }

    /**
     * One function.
     *
     * @param function readable name
     * @param offset bytes from the function's start, −1 if unknown
     * @param file source file, empty if unknown
     * @param line source line, 0 if unknown
     */
    record FrameName(String function, long offset, String file, int line) {}
}
