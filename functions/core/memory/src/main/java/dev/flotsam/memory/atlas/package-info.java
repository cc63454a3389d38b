/**
 * Memory limits learned from what happens: kills, figures in session records, warnings become
 * {@link dev.flotsam.memory.atlas.LimitSample}s, and those a {@link dev.flotsam.memory.atlas.LimitAtlas}. Aggregates are
 * counts: merging is adding.
 */
package dev.flotsam.memory.atlas;
