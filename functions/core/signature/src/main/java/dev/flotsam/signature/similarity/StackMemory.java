package dev.flotsam.signature.similarity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What must be remembered of an app's stacks to find similar clusters. Reads may be stale: a suggestion is not a count.
 */
public interface StackMemory {

    /** How many stacks were remembered; 0 if none. */
    long stacks();

    /**
     * In how many of them each of these frames stood; frames never seen are absent. A look-up asks once for its own frames
     * and once for those of all its candidates, some thousands: keep an app's counts together.
     */
    Map<String, Long> frequencies(Collection<String> frames);

    /**
     * Clusters with an example that holds the frame, most recently remembered first.
     *
     * @param atMost how many are wanted; a frame in more clusters than that says too little to list all
     */
    List<String> clustersWith(String frame, int atMost);

    /** Examples of each of these clusters, innermost frame first; clusters without examples are absent. */
    Map<String, List<List<String>>> examples(Collection<String> clusters);

    /**
     * Counts a stack's distinct frames and keeps it as an example of its cluster while the cluster has fewer than {@code
     * examples}. Counting twice after a retry is harmless; a half-done call may leave the frames counted and the example
     * missing.
     */
    void remember(String cluster, List<String> frames, int examples);
}
