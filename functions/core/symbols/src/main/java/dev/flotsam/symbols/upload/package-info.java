/**
 * What people upload becomes DWARF files, one at a time.
 *
 * <p>Enter at {@link dev.flotsam.symbols.upload.DsymUpload#read}. Read are: a zip of {@code .dSYM} bundles, of an {@code
 * .xcarchive} or of bare DWARF files; a bare DWARF file; a directory that holds any of these. Content decides, not the
 * file's name. An entry is streamed to a scratch file, handed over and deleted before the next, so disk use is bounded by
 * the largest one. Names inside an archive are only compared and shown, never used as paths.
 *
 * <p>BCSymbolMap files of the upload ({@code BCSymbolMaps/UUID.bcsymbolmap} of an archive, or anywhere else in it) are at hand
 * while a DWARF file is visited, see {@link dev.flotsam.symbols.bitcode}.
 *
 * <p>Refused, with a reason: other archives, encrypted or broken zips, anything without a Mach-O file, and what exceeds
 * {@link dev.flotsam.symbols.upload.UploadLimits}.
 */
package dev.flotsam.symbols.upload;
