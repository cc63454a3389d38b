/**
 * The readers' workbench: what every format needs on the way to a {@link dev.flotsam.report.ParsedReport}.
 *
 * <p>A reader fills a {@link dev.flotsam.report.draft.ReportDraft} with what its format says; finishing it derives, in
 * one place and alike for all formats, what follows from that: the host, the architecture, the language exception, the
 * faulting address. {@link dev.flotsam.report.draft.ImageMap} tells which image holds an address.
 */
package dev.flotsam.report.draft;
