/**
 * The flotsam command's Java side: a class per sub-command, arguments in, lines out. What its commands print as JSON is a
 * contract that other tools run on. Exit codes: 0 done, 1 something was rejected or failed and stderr says what, 2 wrong
 * use.
 *
 * <p>{@code explain}, {@code demangle} and {@code symbols index|lookup} work on files alone; {@code send},
 * {@code clusters} and {@code report} talk to a {@link dev.flotsam.cli.Deployment}.
 */
package dev.flotsam.cli;
