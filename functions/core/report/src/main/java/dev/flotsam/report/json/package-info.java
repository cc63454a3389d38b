/**
 * Untrusted JSON becomes a bounded tree that can be walked without fear.
 *
 * <p>Enter at {@link dev.flotsam.report.json.JsonReader}: bytes → {@link dev.flotsam.report.json.JsonDocument}, always. A
 * document that is cut, malformed or beyond {@link dev.flotsam.report.json.JsonLimits} still yields the part that was
 * read, and says as {@link dev.flotsam.report.json.JsonDamage} where and why reading ended. Duplicate keys are kept; the
 * last one answers. Nothing here recurses, so depth is a number and not a stack overflow.
 */
package dev.flotsam.report.json;
