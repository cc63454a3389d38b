/**
 * KSCrash JSON, as KSCrash itself and the clients grown from it write it (Bugsnag, Sentry, Embrace, Rollbar).
 *
 * <p>{@link dev.flotsam.report.kscrash.KsCrashReader} is the entry. Spellings of format 1 (2012) to 3.9 are read alike;
 * a reporter that crashed itself leaves two crashes in one report, of which the app's own is told. Device boot times are
 * dropped: they may not leave the device.
 */
package dev.flotsam.report.kscrash;
