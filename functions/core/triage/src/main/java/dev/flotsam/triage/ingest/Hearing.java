package dev.flotsam.triage.ingest;

import dev.flotsam.memory.incident.ReportFacts;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.portrait.PortraitReport;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.Run;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.examine.Evidence;
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
        return of(report.id(), report.outcome(), finding, index);
    }

    /** What a finding's report with this index says, under an id and with an outcome of its own. */
    static Optional<Hearing> of(ReportId report, Outcome own, Finding finding, int index) {
        return switch (finding) {
            case Finding.Stack stack ->
                Witness.of(report.value(), stack.report())
                        .map(witness -> new Hearing(
                                new Statement(witness, own, Optional.empty()),
                                new Keys(
                                        stack.report().app().id(),
                                        stack.report().incident().installation(),
                                        ReportFacts.of(stack.report()).run())));
            case Finding.Session session -> Optional.of(session(report, own, session));
            case Finding.Jetsam jetsam ->
                index >= jetsam.kills().size() ? Optional.empty() : Optional.of(kill(report, own, jetsam, index));
            case Finding.Warning warning ->
                Optional.of(new Hearing(
                        new Statement(new Witness.Warning(report.value(), warning.warning()), own, Optional.empty()),
                        new Keys(
                                warning.warning().appId(),
                                warning.warning().installation(),
                                warning.warning().run())));
            case Finding.Allocations allocations ->
                Optional.of(picture(
                        report,
                        own,
                        allocations.stacks().run(),
                        allocations.stacks().build(),
                        allocations.named().evidence()));
            case Finding.Portrait(PortraitReport portrait) ->
                Optional.of(picture(report, own, portrait.run(), portrait.build(), Evidence.dominatorPath(portrait)));
            case Finding.Exits _, Finding.Recognised _, Finding.Rejected _, Finding.Symbols _ -> Optional.empty();
        };
    }

    private static Hearing session(ReportId report, Outcome own, Finding.Session session) {
        SessionRecord record = session.record();
        return new Hearing(
                new Statement(new Witness.Session(report.value(), record), own, session.evidence()),
                new Keys(
                        record.build().appId(),
                        record.run().installation(),
                        record.run().id()));
    }

    private static Hearing picture(ReportId report, Outcome own, Run run, Build build, Optional<Evidence> evidence) {
        return new Hearing(
                new Statement(new Witness.Picture(report.value(), run, build), own, evidence),
                new Keys(build.appId(), run.installation(), run.id()));
    }

    private static Hearing kill(ReportId report, Outcome own, Finding.Jetsam jetsam, int index) {
        Witness kill = new Witness.Jetsam(
                report.value(),
                jetsam.event().only(jetsam.kills().get(index).kill().process()));
        return new Hearing(
                new Statement(kill, own, Optional.empty()),
                new Keys("", jetsam.event().installation(), ""));
    }
}
