/**
 * Who allocated what a run still held: stacks with bytes and counts, merged into call trees. Enter at
 * {@link dev.flotsam.memory.allocation.AllocationReader}.
 */
package dev.flotsam.memory.allocation;
