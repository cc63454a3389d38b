/**
 * Which clusters look like this one. A new cluster's stack is remembered when the cluster is stored; {@link
 * dev.flotsam.triage.similar.SuggestMerges} finds others like it by work that does not grow with their number. It only
 * ever suggests: people merge.
 */
package dev.flotsam.triage.similar;
