package dev.flotsam.triage.ingest;

import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.ingest.RawObjects.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Examines a recorded report again from its raw bytes: what isn't stored is computed when asked for. */
public final class ReopenReport {
    private final RawObjects objects;
    private final Examiner examiner;

    /** Over the bucket. */
    public ReopenReport(RawObjects objects, Examiner examiner) {
        this.objects = objects;
        this.examiner = examiner;
    }

    /** The report as text with today's symbols: of a stack, Apple crash text. Empty where its raw bytes are gone. */
    public Optional<String> text(Occurrence report) {
        return reopen(report).map(examiner::text);
    }

    /** What the report means by today's rules and symbols; empty where its raw bytes are gone. */
    public Optional<Examined> reopen(Occurrence report) {
        Optional<Content> opened =
                objects.open(report.source().key(), report.source().version());
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        List<Examined> found = new ArrayList<>();
        try (Content content = opened.get()) {
            examiner.examine(content.stream(), report.source().place()::equals, found::add);
        } catch (IOException | UncheckedIOException broken) {
            throw new Fault(
                    Fault.Blame.OURS, "reading object " + report.source().key() + ": " + broken.getMessage(), broken);
        }
        return found.stream().findFirst();
    }

    /** The blamed stack of a report as today's rules clean it; none of one without a stack, or whose bytes are gone. */
    public List<String> cleanFrames(Occurrence report) {
        return reopen(report).map(Examined::cleanFrames).orElse(List.of());
    }
}
