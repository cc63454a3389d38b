package dev.flotsam.report;

import java.util.Objects;

/** What one report's bytes turned out to be. Bad input is a value here, never an exception. */
public sealed interface ReadResult {

    /**
     * A report with facts to triage.
     *
     * @param report the facts
     */
    record Parsed(ParsedReport report) implements ReadResult {
        public Parsed {
            Objects.requireNonNull(report, "report");
        }
    }

    /**
     * A known diagnostic that is kept and summarised but has no stack to sign.
     *
     * @param format what it is, such as "ips-211"
     * @param summary in words: what, who, limit, why
     * @param incident which event, and when
     * @param app the process it is about
     */
    record Recognised(String format, String summary, ParsedReport.Incident incident, ParsedReport.App app)
            implements ReadResult {}

    /**
     * Bytes that can't be read as a report.
     *
     * @param code a stable word, such as "not-a-report"
     * @param where line, byte offset or JSON path
     * @param message what is wrong and what to do, with the offending value shortened
     */
    record Rejected(String code, String where, String message) implements ReadResult {}
}
