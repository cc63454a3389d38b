/**
 * How often memory ends an app: session counts by version, MetricKit's exit counts, and both side by side. Aggregates
 * are counters: merging is adding, and a revised verdict is taken back exactly.
 */
package dev.flotsam.memory.rates;
