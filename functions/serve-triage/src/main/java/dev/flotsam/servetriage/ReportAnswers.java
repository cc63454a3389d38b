package dev.flotsam.servetriage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.query.ListReports.Listed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the API says about reports. */
final class ReportAnswers {
    private ReportAnswers() {}

    static ReportList list(Listed listed) {
        return new ReportList(
                listed.reports().stream().map(ReportAnswers::line).toList(),
                listed.next().map(Cursor::of).orElse(null));
    }

    static ReportLine line(Occurrence report) {
        String state = Page.State.of(report.outcome())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .orElse("triaged");
        String title =
                switch (report.outcome()) {
                    case Outcome.Triaged triaged -> triaged.title();
                    case Outcome.Recognised(String format, String summary) -> format + ": " + summary;
                    case Outcome.Rejected(String code, String where, String message) ->
                        code + " at " + where + ": " + message;
                };
        return new ReportLine(
                report.id().value(),
                state,
                report.app(),
                report.cluster().map(ClusterId::value).orElse(null),
                title,
                report.facts().version(),
                report.facts().os(),
                report.facts().device(),
                report.facts().captured().orElse(null),
                report.source().uploaded(),
                report.source().key(),
                report.source().place(),
                report.outcome() instanceof Outcome.Rejected(String code, String where, String message)
                        ? new Rejection(code, where, message)
                        : null);
    }

    /**
     * A page of a list.
     *
     * @param reports newest first
     * @param next cursor of the next page, null at the end
     */
    record ReportList(List<ReportLine> reports, String next) {}

    /**
     * A report in a list.
     *
     * @param state triaged, recognised, rejected or failed
     * @param cluster null without one
     * @param key object in the bucket
     * @param place which report of the object, empty for the only one
     */
    record ReportLine(
            String id,
            String state,
            String app,
            String cluster,
            String title,
            String version,
            String os,
            String device,
            Instant captured,
            Instant uploaded,
            String key,
            String place,
            @JsonInclude(JsonInclude.Include.NON_NULL) Rejection rejected) {}

    /** Why a report can't be read. */
    record Rejection(String code, @JsonProperty("where") String where, String message) {}
}
