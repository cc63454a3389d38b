package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts a report into the part that people set apart, if a rule of theirs holds for it. Whoever signs a report, for the
 * first time or anew, asks here where it goes.
 */
public final class KeepApart {
    /** Parts of parts of parts: people don't go deeper. */
    private static final int DEEPEST = 8;

    /** Kept of a title, so that there is room to say which part. */
    private static final int TITLE_BYTES = 180;

    private final Function<String, LinkBook> books;

    /**
     * Over what people said.
     *
     * @param books the links of an app; may lag behind a moment
     */
    public KeepApart(Function<String, LinkBook> books) {
        this.books = books;
    }

    /** Where nobody ever set anything apart. */
    public static KeepApart nothing() {
        return new KeepApart(LinkBook::empty);
    }

    /** {@link #placed(Occurrence, List, Optional)} of a report that is new. */
    public Occurrence placed(Occurrence report, List<String> frames) {
        return placed(report, frames, Optional.empty());
    }

    /**
     * The report in the cluster where it belongs.
     *
     * @param report as it was just signed
     * @param frames its blamed stack as the rules cleaned it
     * @param before what it was signed as until now: its rules still hold when its signature changes
     */
    public Occurrence placed(Occurrence report, List<String> frames, Optional<Outcome.Triaged> before) {
        if (!(report.outcome() instanceof Outcome.Triaged signed)) {
            return report;
        }
        LinkBook book = books.apply(report.app());
        if (book.parts().isEmpty()) {
            return report;
        }
        ClusterId natural = ClusterId.of(report.app(), signed.signature());
        Optional<Part> part = partOf(book, natural, report, frames)
                .or(() -> before.flatMap(
                        old -> partOf(book, ClusterId.of(report.app(), old.signature()), report, frames)));
        for (int depth = 0; depth < DEEPEST && part.isPresent(); depth++) {
            Optional<Part> deeper = partOf(book, part.get().target(), report, frames);
            if (deeper.isEmpty()) {
                return report.in(part.get().target(), title(signed, part.get()));
            }
            part = deeper;
        }
        return report;
    }

    private static String title(Outcome.Triaged signed, Part part) {
        return Text.bound(signed.title(), TITLE_BYTES) + " · " + part.rule().words();
    }

    private static Optional<Part> partOf(LinkBook book, ClusterId source, Occurrence report, List<String> frames) {
        return book.parts().stream()
                .filter(part -> part.source().equals(source))
                .filter(part -> part.rule().holds(report, frames))
                .findFirst();
    }
}
