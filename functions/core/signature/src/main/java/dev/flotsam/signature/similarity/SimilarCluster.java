package dev.flotsam.signature.similarity;

import java.util.List;
import java.util.Objects;

/**
 * A cluster that looks like the asked stack: worth a person's glance, never merged unasked.
 *
 * @param cluster its id
 * @param score mean of its best three examples' scores, 0 to 1
 * @param frames alignment with its best example
 */
public record SimilarCluster(String cluster, double score, List<AlignedFrame> frames) {
    public SimilarCluster {
        Objects.requireNonNull(cluster, "cluster");
        frames = List.copyOf(frames);
    }
}
