/**
 * An upload becomes findings, storing nothing: what {@code explain} prints, the dry run answers and ingest records.
 *
 * <p>Enter at {@link dev.flotsam.triage.examine.Examiner}. Same bytes, same symbols, same rules: same findings.
 */
package dev.flotsam.triage.examine;
