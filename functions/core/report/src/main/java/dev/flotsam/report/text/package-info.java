/**
 * Apple crash text, the ".crash" format (report versions 11, 12, 104, 105), and what other tools write in its manner.
 *
 * <p>{@link dev.flotsam.report.text.AppleTextReader} reads it line by line in one pass: header, exception block,
 * application-specific information, backtraces, threads, registers, images, and sections it has no field for, which are
 * kept under their titles. {@link dev.flotsam.report.text.AppleTextWriter} writes it.
 */
package dev.flotsam.report.text;
