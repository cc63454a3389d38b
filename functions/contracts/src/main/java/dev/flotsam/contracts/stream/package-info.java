/**
 * A stream of occurrences that is harsher than AWS, and the truth to hold against it.
 *
 * <p>{@link dev.flotsam.contracts.stream.StreamSimulator} writes reports as devices, people and expiry do, spreads the
 * writes over shards that rotate and split, and delivers them as Lambda may: in batches cut anywhere, again, half, by
 * processes that die at any port call, lose replies or go on as zombies after a newer one has finished. At every commit
 * that moves a total's mark it looks at what a crash right there would leave; at the end it compares everything stored
 * with a {@link dev.flotsam.contracts.stream.Truth} that is computed from the writes alone. One seed is one run, and
 * repeats exactly.
 */
package dev.flotsam.contracts.stream;
