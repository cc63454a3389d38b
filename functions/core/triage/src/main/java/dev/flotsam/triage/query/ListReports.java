package dev.flotsam.triage.query;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Page.Entry;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.absorb.Place;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.health.HealthKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lists reports, newest first. Pages overlap when deliveries repeat and name reports that have moved since: each report
 * is looked up and told once.
 */
public final class ListReports {
    private static final int PAGES_A_STEP = 10;
    private static final int MOST_STEPS = 20;

    private final Pages pages;
    private final Occurrences occurrences;

    /** Over what is stored. */
    public ListReports(Pages pages, Occurrences occurrences) {
        this.pages = pages;
        this.occurrences = occurrences;
    }

    /** Reports that a cluster counts. */
    public Listed ofCluster(ClusterId cluster, Optional<String> cursor, int most) {
        return list(
                new Listing.OfCluster(cluster),
                cursor,
                most,
                report -> report.cluster().filter(cluster::equals).isPresent()
                        || HealthKey.nearOf(report).filter(cluster::equals).isPresent());
    }

    /** Reports of clusters that are shown as one: those of the first, newest first, then those of the next. */
    public Listed ofClusters(List<ClusterId> members, Optional<String> cursor, int most) {
        List<Occurrence> reports = new ArrayList<>();
        Place place = Place.parse(cursor);
        while (place.index() < members.size() && reports.size() < most) {
            Listed some = ofCluster(members.get(place.index()), place.within(), most - reports.size());
            reports.addAll(some.reports());
            place = some.next().isPresent() ? new Place(place.index(), some.next()) : place.nextCluster();
        }
        return new Listed(reports, place.index() < members.size() ? Optional.of(place.toString()) : Optional.empty());
    }

    /** The newest reports of clusters that are shown as one. */
    public List<Occurrence> newest(List<ClusterId> members, int most) {
        return members.stream()
                .flatMap(member -> ofCluster(member, Optional.empty(), most).reports().stream())
                .sorted(Comparator.comparing(
                                (Occurrence report) -> report.source().uploaded())
                        .reversed()
                        .thenComparing(Occurrence::id))
                .limit(most)
                .toList();
    }

    /** Reports that were not triaged, of apps that {@code viewer} sees. */
    public Listed ofState(Page.State state, ApiKey viewer, Optional<String> cursor, int most) {
        return list(
                new Listing.OfState(state),
                cursor,
                most,
                report -> viewer.sees(report.app())
                        && Page.State.of(report.outcome()).filter(state::equals).isPresent());
    }

    private Listed list(Listing listing, Optional<String> from, int most, Predicate<Occurrence> belongs) {
        Set<ReportId> told = new LinkedHashSet<>();
        List<Occurrence> reports = new ArrayList<>();
        Optional<String> cursor = from;
        for (int step = 0; step < MOST_STEPS && reports.size() < most; step++) {
            Pages.Slice slice = pages.newestFirst(listing, cursor, PAGES_A_STEP);
            List<ReportId> ids = slice.pages().stream()
                    .flatMap(page -> page.entries().reversed().stream())
                    .map(Entry::report)
                    .filter(told::add)
                    .toList();
            Map<ReportId, Occurrence> found = occurrences.findAll(ids);
            ids.stream()
                    .map(found::get)
                    .filter(report -> report != null && belongs.test(report))
                    .forEach(reports::add);
            cursor = slice.next();
            if (cursor.isEmpty()) {
                break;
            }
        }
        return new Listed(reports, cursor);
    }

    /**
     * Some reports: at least as many as asked for where there are so many, for a page is never cut.
     *
     * @param reports newest first
     * @param next cursor to go on with, empty at the end
     */
    public record Listed(List<Occurrence> reports, Optional<String> next) {
        public Listed {
            reports = List.copyOf(reports);
        }
    }
}
