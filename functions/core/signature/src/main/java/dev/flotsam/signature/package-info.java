/**
 * A stack becomes an explained {@link dev.flotsam.signature.Signature}: the deterministic answer to "which crashes are
 * the same?".
 *
 * <p>Enter at {@link dev.flotsam.signature.Signer}. A {@link dev.flotsam.report.ParsedReport} or, with better names, a
 * {@link dev.flotsam.signature.SignableStack} goes in; an ordered list of small rules works on it, each leaving
 * {@link dev.flotsam.signature.Note}s; a {@link dev.flotsam.signature.SignedStack} comes out. The rules' words are data:
 * commented text files beside this package, and what an app's owner adds to them.
 *
 * <p>Signing reads the stack, the exception and the images. It never reads tags, titles, breadcrumbs, file names of
 * reports or anything else a user typed. Same bytes and same ruleset give the same id in every locale, time zone and
 * process. Work is linear in the stack's size; the limits are in {@link dev.flotsam.signature.Limits}.
 */
package dev.flotsam.signature;
