package dev.flotsam.triage.rules;

import dev.flotsam.signature.AppRuleset;
import dev.flotsam.signature.Regrouping.Resigned;
import dev.flotsam.signature.Ruleset;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.ingest.ReadAgain;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What rules would do to an app's stored reports, step by step. Changes nothing. */
public final class PreviewRules {
    private final Clusters clusters;
    private final Pages pages;
    private final Occurrences occurrences;
    private final BiFunction<String, Ruleset, ReadAgain> readers;
    private final Clock clock;

    /**
     * Over what is stored.
     *
     * @param readers reads reports again, those of an app by given rules
     */
    public PreviewRules(
            Clusters clusters,
            Pages pages,
            Occurrences occurrences,
            BiFunction<String, Ruleset, ReadAgain> readers,
            Clock clock) {
        this.clusters = clusters;
        this.pages = pages;
        this.occurrences = occurrences;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * Some of an app's reports, each with the cluster it is in and the one it would be in.
     *
     * @param json the rules, see {@link AppRuleset}
     * @param cursor where the step before ended, empty to start
     * @throws IllegalArgumentException naming what is wrong with the rules
     */
    public Previewed step(String app, byte[] json, Optional<String> cursor) {
        Ruleset ruleset = AppRuleset.parse(app, json).ruleset();
        SignAnew signAnew = new SignAnew(occurrences, readers.apply(app, ruleset));
        Sweep sweep = Sweep.parse(cursor, clock.instant());
        Instant deadline = clock.instant().plus(AdoptRules.STEP);
        List<Resigned> reports = new ArrayList<>();
        do {
            Clusters.Slice slice = clusters.ofApp(app, sweep.after(), 1);
            if (slice.clusters().isEmpty()) {
                return new Previewed(reports, Optional.empty());
            }
            Cluster cluster = slice.clusters().getFirst();
            Pages.Slice page = pages.newestFirst(new Page.Listing.OfCluster(cluster.id()), sweep.page(), 1);
            List<Occurrence> here = signAnew.listed(page).stream()
                    .filter(report ->
                            report.cluster().filter(cluster.id()::equals).isPresent())
                    .toList();
            signAnew.outcomes(here).forEach((report, outcome) -> reports.add(resigned(report, cluster.id(), outcome)));
            if (page.next().isPresent()) {
                sweep = sweep.at(page.next());
            } else if (slice.next().isPresent()) {
                sweep = sweep.behind(slice.next().get());
            } else {
                return new Previewed(reports, Optional.empty());
            }
        } while (clock.instant().isBefore(deadline));
        return new Previewed(reports, Optional.of(sweep.toString()));
    }

    private static Resigned resigned(Occurrence report, ClusterId before, Outcome.Triaged after) {
        return new Resigned(report.id().value(), before.value(), after.cluster().value());
    }

    /**
     * Some reports.
     *
     * @param reports each under both rules
     * @param next where to go on, empty at the end
     */
    public record Previewed(List<Resigned> reports, Optional<String> next) {
        public Previewed {
            reports = List.copyOf(reports);
        }
    }
}
