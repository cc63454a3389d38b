/**
 * Sentry event JSON of Apple platforms: what teams bring along when they move.
 *
 * <p>{@link dev.flotsam.report.sentry.SentryReader} is the entry. Frames come outermost first there and are turned
 * round; threads and debug images are read in the spellings of sentry-swift 1 (2017) to sentry-cocoa 9. Source:
 * develop.sentry.dev, "Event Payloads" (stacktrace, threads, exception, debug meta).
 */
package dev.flotsam.report.sentry;
