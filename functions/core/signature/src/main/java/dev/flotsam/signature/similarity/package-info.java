/**
 * Which clusters look like this crash? A score that only ever suggests: the signature decides.
 *
 * <p>A {@link dev.flotsam.signature.SignedStack}'s clean frames go in; {@link
 * dev.flotsam.signature.similarity.SimilarClusters} finds candidates by the stack's rarest frames, aligns it with a few
 * examples of each, and answers {@link dev.flotsam.signature.similarity.SimilarCluster}s with the aligned frames. Frames
 * count by how rare they are in the app and by how near the crash they stand, after FaST (Rodrigues, Aloise and
 * Fernandes, "FaST: a linear time stack trace alignment heuristic for crash report deduplication", MSR 2022).
 *
 * <p>Storage is behind {@link dev.flotsam.signature.similarity.StackMemory}, one instance per app. The work of a look-up
 * does not grow with the number of clusters: see {@link dev.flotsam.signature.similarity.SearchBounds}.
 */
package dev.flotsam.signature.similarity;
