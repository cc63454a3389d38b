/**
 * How well do we group? Labelled stacks of any language go in, one line per method comes out: our signature and our
 * suggestions beside what others do, measured in the same run on the same order of arrival.
 *
 * <p>Enter at {@link dev.flotsam.bench.grouping.GroupingBench}. Every method sees the stacks one by one, as they arrive,
 * and puts each into a cluster before it sees the next.
 */
package dev.flotsam.bench.grouping;
