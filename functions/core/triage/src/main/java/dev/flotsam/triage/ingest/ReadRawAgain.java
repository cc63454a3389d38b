package dev.flotsam.triage.ingest;

import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrence.Source;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.ingest.RawObjects.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads raw reports again: the same way that they were recorded, so that each finds its own id. */
public final class ReadRawAgain implements ReadAgain {
    private final RawObjects objects;
    private final Examiner examiner;
    private final KeepApart keepApart;
    private final Optional<TellAgain> tell;

    /**
     * Over the bucket, for who may not read trails: ends that records count stay as they are.
     *
     * @param keepApart puts reports into the parts that people set apart, by what they were signed as before too
     */
    public ReadRawAgain(RawObjects objects, Examiner examiner, KeepApart keepApart) {
        this(objects, examiner, keepApart, Optional.empty());
    }

    /**
     * Over the bucket and the trails.
     *
     * @param keepApart puts reports into the parts that people set apart, by what they were signed as before too
     * @param tell tells ends again that records count
     */
    public ReadRawAgain(RawObjects objects, Examiner examiner, KeepApart keepApart, Optional<TellAgain> tell) {
        this.objects = objects;
        this.examiner = examiner;
        this.keepApart = keepApart;
        this.tell = tell;
    }

    /** They lie where they were found, unless an earlier version counted an upload's reports in another way. */
    @Override
    public Optional<Map<ReportId, Outcome>> outcomes(List<Occurrence> ofOneObject) {
        Map<ReportId, Occurrence> wanted = new HashMap<>();
        ofOneObject.forEach(report -> wanted.put(report.id(), report));
        Set<String> places =
                ofOneObject.stream().map(report -> report.source().place()).collect(Collectors.toSet());
        Source source = ofOneObject.getFirst().source();
        Optional<Map<ReportId, Outcome>> found = outcomes(source, wanted, places::contains);
        return found.filter(outcomes -> outcomes.size() < wanted.size()).isEmpty()
                ? found
                : outcomes(source, wanted, where -> true);
    }

    private Optional<Map<ReportId, Outcome>> outcomes(
            Source source, Map<ReportId, Occurrence> wanted, Predicate<String> where) {
        Optional<Content> opened = objects.open(source.key(), source.version());
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        Map<ReportId, Outcome> outcomes = new HashMap<>();
        try (Content content = opened.get()) {
            Reports reports = new Reports(content.entityTag(), content.size(), Duration.ZERO);
            examiner.examine(
                    content.stream(),
                    where,
                    examined -> reports.of(source, examined).stream()
                            .filter(report -> isRecorded(report, wanted))
                            .forEach(report -> outcomes.putIfAbsent(
                                    report.id(), placed(report, examined, wanted.get(report.id())))));
        } catch (IOException | UncheckedIOException broken) {
            throw new Fault(Fault.Blame.OURS, "reading object " + source.key() + ": " + broken.getMessage(), broken);
        }
        return Optional.of(outcomes);
    }

    /** Of several contents under one id, only one was recorded. */
    private static boolean isRecorded(Occurrence report, Map<ReportId, Occurrence> wanted) {
        Occurrence recorded = wanted.get(report.id());
        return recorded != null && recorded.content().equals(report.content());
    }

    private Outcome placed(Occurrence report, Examined examined, Occurrence before) {
        Optional<Outcome.Triaged> signed =
                before.outcome() instanceof Outcome.Triaged triaged ? Optional.of(triaged) : Optional.empty();
        return keepApart
                .placed(told(report, examined, before), examined.cleanFrames(), signed)
                .outcome();
    }

    /** A record's own words may not be what signs its end. */
    private Occurrence told(Occurrence report, Examined examined, Occurrence before) {
        return switch (examined.finding()) {
            case Finding.Session _, Finding.Jetsam _ ->
                report.with(tell.map(again -> again.outcome(report, examined.finding()))
                        .orElse(before.outcome()));
            case Finding.Stack _,
                    Finding.Warning _,
                    Finding.Exits _,
                    Finding.Portrait _,
                    Finding.Allocations _,
                    Finding.Recognised _,
                    Finding.Rejected _,
                    Finding.Symbols _ -> report;
        };
    }
}
