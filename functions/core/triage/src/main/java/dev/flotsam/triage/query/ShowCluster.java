package dev.flotsam.triage.query;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Sketches;
import dev.flotsam.triage.absorb.Tally;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.Decisions;
import dev.flotsam.triage.decide.Groups;
import dev.flotsam.triage.decide.LinkBook;
import dev.flotsam.triage.decide.Links;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows one cluster with its figures; asked for one that was merged or moved, the one it is shown as. */
public final class ShowCluster {
    private static final int TREND_DAYS = 30;

    private final Clusters clusters;
    private final Counters counters;
    private final Sketches sketches;
    private final Decisions decisions;
    private final Links links;
    private final Clock clock;

    /** Over what is stored. */
    public ShowCluster(
            Clusters clusters, Counters counters, Sketches sketches, Decisions decisions, Links links, Clock clock) {
        this.clusters = clusters;
        this.counters = counters;
        this.sketches = sketches;
        this.decisions = decisions;
        this.links = links;
        this.clock = clock;
    }

    /** The cluster; empty where there is none that {@code viewer} sees. */
    public Optional<Shown> show(ApiKey viewer, ClusterId id) {
        return find(viewer, id).map(this::shown);
    }

    /** The cluster itself, whatever it is shown as; empty where there is none that {@code viewer} sees. */
    public Optional<Cluster> find(ApiKey viewer, ClusterId id) {
        return clusters.find(id).filter(cluster -> viewer.sees(cluster.app()));
    }

    private Shown shown(Cluster asked) {
        String app = asked.app();
        Map<ClusterId, Decision> decided = decisions.ofApp(app);
        Groups groups = Groups.of(links.find(app), decided);
        ClusterId head = groups.head(asked.id());
        List<ClusterId> ids = groups.members(head);
        Map<ClusterId, Cluster> found = clusters.findAll(ids);
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        List<LocalDate> days = Trend.lastDays(today, TREND_DAYS);
        Figures figures = Figures.read(ids, counters, sketches);
        Map<Counter.Key, Counter> counted = counters.readAll(Figures.keys(ids, days));
        ClusterSummary summary = new ClusterSummary(
                found.getOrDefault(head, asked),
                ids,
                figures.total(ids),
                figures.sketch(ids),
                decisions.find(app, head).orElseGet(() -> Decision.none(app, head)),
                Figures.trend(ids, days, counted));
        List<Member> members = ids.stream()
                .map(id -> new Member(
                        id,
                        Optional.ofNullable(found.get(id)).map(Cluster::title).orElse(""),
                        figures.total(List.of(id)),
                        groups.book().merge(id)))
                .toList();
        return new Shown(summary, members, groups.book());
    }

    /**
     * A cluster with all that is linked to it.
     *
     * @param summary its figures
     * @param members what is shown as it, itself first
     * @param book what people linked in its app
     */
    public record Shown(ClusterSummary summary, List<Member> members, LinkBook book) {
        public Shown {
            members = List.copyOf(members);
        }
    }

    /**
     * A cluster that is shown as another.
     *
     * @param id which
     * @param title of it alone
     * @param total of it alone
     * @param merge who merged it and when; empty for the head, and for what moved when its signature changed
     */
    public record Member(ClusterId id, String title, Tally total, Optional<LinkBook.Merge> merge) {}
}
