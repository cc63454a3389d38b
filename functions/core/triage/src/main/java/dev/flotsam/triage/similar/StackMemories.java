package dev.flotsam.triage.similar;

import dev.flotsam.signature.similarity.StackMemory;

/** What is remembered of each app's stacks. */
@FunctionalInterface
public interface StackMemories {

    /** The memory of one app, for one look-up or one new cluster: it may remember what it has read. */
    StackMemory of(String app);
}
