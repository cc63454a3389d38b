package dev.flotsam.triage.examine;

import java.util.List;

/**
 * A function and what was allocated at or below it, for a flame picture.
 *
 * @param function its name, else image and offset
 * @param image file name; empty if unknown
 * @param inApp the app's own code
 * @param bytes held by allocations at or below it
 * @param count of these allocations
 * @param callees what it called, most bytes first; what is too small to show is left out
 */
public record CallNode(String function, String image, boolean inApp, long bytes, long count, List<CallNode> callees) {
    public CallNode {
        callees = List.copyOf(callees);
    }
}
