package dev.flotsam.triage.ingest;

import dev.flotsam.signature.Note;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Cluster.FrameLine;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Text;
import dev.flotsam.triage.absorb.Exemplars;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.examine.NamedFrame;
import dev.flotsam.triage.examine.Sentence;
import dev.flotsam.triage.examine.SignedKill;
import dev.flotsam.triage.examine.VerdictSigner.SignedEnd;
import dev.flotsam.triage.similar.StackMemories;
import dev.flotsam.triage.similar.SuggestMerges;
import java.util.List;
import java.util.Optional;

/** Exemplars read from the raw report, whose stack is remembered so that clusters like it are found. */
public final class RawExemplars implements Exemplars {
    private static final int MOST_FRAMES = 25;
    private static final int LONGEST_LINE = 400;
    private static final int MOST_NOTES = 60;

    private final ReopenReport reopen;

    private final StackMemories memories;

    /** Over the bucket. */
    public RawExemplars(ReopenReport reopen, StackMemories memories) {
        this.reopen = reopen;
        this.memories = memories;
    }

    @Override
    public Exemplar of(Occurrence report) {
        Optional<Examined> examined = reopen.reopen(report);
        examined.ifPresent(it -> report.cluster()
                .ifPresent(cluster -> SuggestMerges.remember(memories.of(report.app()), cluster, it.cleanFrames())));
        return examined.map(it -> signedByOther(report, it).orElseGet(() -> exemplar(it)))
                .orElse(Exemplar.NONE);
    }

    /**
     * Of an end that another report of its run signs, such as its allocation stacks: what it is signed by stands in the
     * title, and the record alone would explain another cluster.
     */
    private static Optional<Exemplar> signedByOther(Occurrence report, Examined examined) {
        if (!(examined.finding() instanceof Finding.Session session)
                || !(report.outcome() instanceof Outcome.Triaged triaged)
                || session.signed()
                        .filter(end -> end.signature().id().equals(triaged.signature()))
                        .isPresent()) {
            return Optional.empty();
        }
        List<String> parts = List.of(triaged.title().split(" \\| ", -1));
        return Optional.of(new Exemplar(
                Sentence.of(session),
                parts.stream()
                        .skip(1)
                        .limit(MOST_FRAMES)
                        .map(name -> new FrameLine("", Text.bound(name, LONGEST_LINE), "", true))
                        .toList(),
                List.of("witness: other reports of this run → " + Text.shorten(triaged.title(), LONGEST_LINE))));
    }

    private static Exemplar exemplar(Examined examined) {
        return switch (examined.finding()) {
            case Finding.Stack stack ->
                new Exemplar(
                        Sentence.of(stack),
                        stack.frames().stream()
                                .limit(MOST_FRAMES)
                                .map(RawExemplars::line)
                                .toList(),
                        notes(stack.signed().notes()));
            case Finding.Jetsam jetsam ->
                new Exemplar(
                        Sentence.of(jetsam),
                        List.of(),
                        notes(jetsam.kills().stream()
                                .findFirst()
                                .map(SignedKill::notes)
                                .orElse(List.of())));
            case Finding.Session session -> new Exemplar(Sentence.of(session), List.of(), ofEnd(session.signed()));
            case Finding.Warning warning -> new Exemplar(Sentence.of(warning), List.of(), ofEnd(warning.signed()));
            case Finding.Portrait ignored -> Exemplar.NONE;
            case Finding.Allocations ignored -> Exemplar.NONE;
            case Finding.Exits ignored -> Exemplar.NONE;
            case Finding.Recognised ignored -> Exemplar.NONE;
            case Finding.Rejected ignored -> Exemplar.NONE;
            case Finding.Symbols ignored -> Exemplar.NONE;
        };
    }

    private static FrameLine line(NamedFrame frame) {
        String place = frame.file().isEmpty()
                ? ""
                : frame.file().substring(frame.file().lastIndexOf('/') + 1)
                        + (frame.line() > 0 ? ":" + frame.line() : "");
        return new FrameLine(
                Text.bound(frame.image(), 120),
                Text.bound(Text.shorten(frame.shown(), LONGEST_LINE), LONGEST_LINE),
                Text.bound(place, 120),
                frame.inApp());
    }

    private static List<String> ofEnd(Optional<SignedEnd> signed) {
        return signed.map(end -> notes(end.notes())).orElse(List.of());
    }

    private static List<String> notes(List<Note> notes) {
        return notes.stream()
                .limit(MOST_NOTES)
                .map(note -> Text.shorten(note.rule() + ": " + note.before() + " → " + note.after(), LONGEST_LINE))
                .toList();
    }
}
