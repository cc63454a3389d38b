package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.absorb.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Moves the reports of a cluster that people set apart, step by step. A step may be repeated or given up anywhere; the
 * stream of occurrences counts each move exactly.
 *
 * <p>Reports that arrive meanwhile are placed by {@link KeepApart}, which may lag behind by {@link Recent#KEPT}: a pass
 * from the start after that time leaves none behind.
 */
public final class MoveParts {
    /** How long one step goes on. */
    static final Duration STEP = Duration.ofSeconds(8);

    private static final int MOST_ATTEMPTS = 5;

    private final Pages pages;
    private final Occurrences occurrences;
    private final Links links;
    private final Function<Occurrence, List<String>> frames;
    private final Clock clock;

    /**
     * Over what is stored.
     *
     * @param frames the blamed stack of a report as the rules clean it, read from its raw bytes; none where they are gone
     */
    public MoveParts(
            Pages pages, Occurrences occurrences, Links links, Function<Occurrence, List<String>> frames, Clock clock) {
        this.pages = pages;
        this.occurrences = occurrences;
        this.links = links;
        this.frames = frames;
        this.clock = clock;
    }

    /**
     * Moves some of the reports that rules keep out of {@code sources}.
     *
     * @param cursor where the step before ended, empty to start
     */
    public Moved step(String app, List<ClusterId> sources, Optional<String> cursor) {
        LinkBook book = links.find(app);
        Instant deadline = clock.instant().plus(STEP);
        Place place = Place.parse(cursor);
        int moved = 0;
        while (place.index() < sources.size()) {
            ClusterId source = sources.get(place.index());
            Pages.Slice slice = pages.newestFirst(new Page.Listing.OfCluster(source), place.within(), 1);
            moved += move(book, source, slice);
            place = slice.next().isPresent() ? new Place(place.index(), slice.next()) : place.nextCluster();
            if (!clock.instant().isBefore(deadline)) {
                break;
            }
        }
        return new Moved(moved, place.index() < sources.size() ? Optional.of(place.toString()) : Optional.empty());
    }

    private int move(LinkBook book, ClusterId source, Pages.Slice slice) {
        boolean needsFrames = book.parts().stream()
                .anyMatch(part -> part.source().equals(source) && part.rule().needsFrames());
        KeepApart keepApart = new KeepApart(app -> book);
        return occurrences.findAll(slice.reports()).values().stream()
                .mapToInt(report -> move(keepApart, source, report, needsFrames))
                .sum();
    }

    private int move(KeepApart keepApart, ClusterId source, Occurrence found, boolean needsFrames) {
        Optional<Occurrence> current = Optional.of(found);
        for (int attempt = 0; attempt < MOST_ATTEMPTS && current.isPresent(); attempt++) {
            Occurrence report = current.get();
            if (report.cluster().filter(source::equals).isEmpty()) {
                return 0;
            }
            Optional<Outcome.Triaged> signed =
                    report.outcome() instanceof Outcome.Triaged triaged ? Optional.of(triaged) : Optional.empty();
            Occurrence placed = keepApart.placed(report, needsFrames ? frames.apply(report) : List.of(), signed);
            if (placed.cluster().equals(report.cluster())) {
                return 0;
            }
            if (occurrences.revise(report.revised(placed.outcome(), Cause.SPLIT))) {
                return 1;
            }
            current = occurrences.find(report.id());
        }
        return 0;
    }

    /**
     * How far a step got.
     *
     * @param reports moved
     * @param next where to go on, empty at the end
     */
    public record Moved(int reports, Optional<String> next) {}
}
