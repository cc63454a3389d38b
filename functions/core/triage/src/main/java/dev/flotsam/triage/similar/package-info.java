/**
 * Which clusters look like this one. A new cluster's stack is remembered when the cluster is stored; {@link
 * dev.flotsam.triage.similar.SuggestMerges} finds others like it by work that does not grow with their number: O(f · c)
 * reads and steps for f frames a stack and c candidates, both bounded. It only ever suggests: people merge.
 */
package dev.flotsam.triage.similar;
