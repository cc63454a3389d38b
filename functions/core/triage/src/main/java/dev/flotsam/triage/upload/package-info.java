/**
 * A key asks for a place to upload to and gets a form: one object, whose key the server chose, of at most so many bytes, for
 * five minutes. Enter at {@link dev.flotsam.triage.upload.OpenUpload}. The bytes go from the sender to the bucket and never
 * through a function.
 */
package dev.flotsam.triage.upload;
