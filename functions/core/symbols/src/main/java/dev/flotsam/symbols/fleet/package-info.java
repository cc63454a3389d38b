/**
 * Names of system functions, learned from reports that carry them and applied to reports that don't.
 *
 * <p>Apple's symbols can't be redistributed, but an .ips frame says {@code symbol} and {@code symbolLocation}, and a
 * KSCrash frame {@code symbol_name} and {@code symbol_addr}: (image UUID, function start → name). {@link
 * dev.flotsam.symbols.fleet.LearnedImage} gathers these per image. A name counts once three installations agree, and only
 * as far into the function as three installations have seen it reach, because nobody says where a function ends. Two
 * names with three installations each cancel out. Beyond the bounds what fewest installations said makes room first. Below them merging is idempotent and in any order, so concurrent
 * writers can merge and retry. Whoever applies a name marks where it is from.
 */
package dev.flotsam.symbols.fleet;
