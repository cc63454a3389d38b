package dev.flotsam.triage.ingest;

import dev.flotsam.memory.incident.ReportFacts;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.trail.Statement;
import dev.flotsam.triage.trail.Statement.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a recorded report says about the end of a run, and whose run.
 *
 * @param statement what it says
 * @param keys whose
 */
record Hearing(Statement statement, Keys keys) {

    /** What the reports of a finding say, one for each, in order. */
    static List<Optional<Hearing>> of(List<Occurrence> reports, Finding finding) {
        List<Optional<Hearing>> heard = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            heard.add(of(reports.get(i), finding, i));
        }
        return heard;
    }

    private static Optional<Hearing> of(Occurrence report, Finding finding, int index) {
        return switch (finding) {
            case Finding.Stack stack ->
                Witness.of(report.id().value(), stack.report())
                        .map(witness -> new Hearing(
                                new Statement(witness, report.outcome(), Optional.empty()),
                                new Keys(
                                        stack.report().app().id(),
                                        stack.report().incident().installation(),
                                        ReportFacts.of(stack.report()).run())));
            case Finding.Session session -> Optional.of(session(report, session));
            case Finding.Jetsam jetsam ->
                index >= jetsam.kills().size() ? Optional.empty() : Optional.of(kill(report, jetsam, index));
            case Finding.Warning warning ->
                Optional.of(new Hearing(
                        new Statement(
                                new Witness.Warning(report.id().value(), warning.warning()),
                                report.outcome(),
                                Optional.empty()),
                        new Keys(
                                warning.warning().appId(),
                                warning.warning().installation(),
                                warning.warning().run())));
            case Finding.Exits _, Finding.Recognised _, Finding.Rejected _, Finding.Symbols _ -> Optional.empty();
        };
    }

    private static Hearing session(Occurrence report, Finding.Session session) {
        SessionRecord record = session.record();
        return new Hearing(
                new Statement(new Witness.Session(report.id().value(), record), report.outcome(), session.evidence()),
                new Keys(
                        record.build().appId(),
                        record.run().installation(),
                        record.run().id()));
    }

    private static Hearing kill(Occurrence report, Finding.Jetsam jetsam, int index) {
        Witness kill = new Witness.Jetsam(
                report.id().value(),
                jetsam.event().only(jetsam.kills().get(index).kill().process()));
        return new Hearing(
                new Statement(kill, report.outcome(), Optional.empty()),
                new Keys("", jetsam.event().installation(), ""));
    }
}
