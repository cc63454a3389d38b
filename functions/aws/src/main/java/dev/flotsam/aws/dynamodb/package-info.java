/**
 * Four tables, each with one reason to exist and its own permissions:
 *
 * <ul>
 *   <li>{@code occurrences}: key {@code id}, {@code part}. One item a report, variants beside it. Its stream feeds
 *       dedupe-stacks.
 *   <li>{@code clusters}: key {@code pk}, {@code sk}. Derived from the stream: cluster, pages, sketches, counters, alerts.
 *       Its stream feeds notify-chat.
 *   <li>{@code symbols}: key {@code pk}, {@code sk}. Stored symbol indexes and who waits for missing ones.
 *   <li>{@code settings}: key {@code pk}, {@code sk}. What people decided: API keys and hooks. Can't be rebuilt, is backed
 *       up.
 * </ul>
 */
package dev.flotsam.aws.dynamodb;
