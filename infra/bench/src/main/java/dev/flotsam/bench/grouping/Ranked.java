package dev.flotsam.bench.grouping;

/**
 * A cluster that a method thinks a stack may belong to.
 *
 * @param cluster its name
 * @param score the higher the likelier; scales differ between methods
 */
record Ranked(String cluster, double score) {}
