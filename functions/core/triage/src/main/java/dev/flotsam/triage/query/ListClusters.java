package dev.flotsam.triage.query;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Sketches;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.Decisions;
import dev.flotsam.triage.decide.Groups;
import dev.flotsam.triage.decide.Links;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists clusters with their figures; clusters that people merged are one. */
public final class ListClusters {
    /** Clusters looked at for one list, newest first; the answer says when there were more. */
    public static final int MOST_EXAMINED = 2_000;

    /** Days of the trend beside each cluster of a list. */
    public static final int TREND_DAYS = 14;

    private static final int SLICE = 200;

    private final Clusters clusters;
    private final Counters counters;
    private final Sketches sketches;
    private final Decisions decisions;
    private final Links links;
    private final Clock clock;

    /** Over what is stored. */
    public ListClusters(
            Clusters clusters, Counters counters, Sketches sketches, Decisions decisions, Links links, Clock clock) {
        this.clusters = clusters;
        this.counters = counters;
        this.sketches = sketches;
        this.decisions = decisions;
        this.links = links;
        this.clock = clock;
    }

    /**
     * One page of a list.
     *
     * @param viewer sees the clusters of its apps only
     * @param filter which clusters
     * @param sort in which order
     * @param offset how many to pass over
     * @param most how many at the most
     */
    public Listed list(ApiKey viewer, ClusterFilter filter, Sort sort, int offset, int most) {
        Instant now = clock.instant();
        List<ClusterSummary> admitted = new ArrayList<>();
        int room = MOST_EXAMINED;
        boolean isComplete = true;
        for (String app : apps(viewer, filter)) {
            List<Cluster> found = new ArrayList<>();
            isComplete &= collect(app, filter, room, found);
            room -= found.size();
            admitted.addAll(summaries(app, found));
        }
        List<ClusterSummary> all = admitted.stream()
                // Before its first count is written, or after its last report was deleted, a cluster is not there yet.
                .filter(summary -> summary.count() > 0)
                .filter(summary -> filter.admits(summary, now))
                .sorted(sort.order())
                .toList();
        List<ClusterSummary> page = all.stream().skip(offset).limit(most).toList();
        Optional<Integer> next =
                offset + page.size() < all.size() ? Optional.of(offset + page.size()) : Optional.empty();
        return new Listed(withTrends(page, now), next, isComplete);
    }

    private List<String> apps(ApiKey viewer, ClusterFilter filter) {
        if (!filter.app().isEmpty()) {
            return viewer.sees(filter.app()) ? List.of(filter.app()) : List.of();
        }
        return clusters.apps().stream().filter(viewer::sees).toList();
    }

    private boolean collect(String app, ClusterFilter filter, int room, List<Cluster> admitted) {
        Optional<String> cursor = Optional.empty();
        do {
            if (admitted.size() >= room) {
                return false;
            }
            Clusters.Slice slice = clusters.ofApp(app, cursor, SLICE);
            slice.clusters().stream().filter(filter::admits).forEach(admitted::add);
            cursor = slice.next();
        } while (cursor.isPresent());
        return true;
    }

    /** One summary a group; a group is in the list when any of its members is admitted. */
    private List<ClusterSummary> summaries(String app, List<Cluster> admitted) {
        Map<ClusterId, Decision> decided = decisions.ofApp(app);
        Groups groups = Groups.of(links.find(app), decided);
        Map<ClusterId, List<Cluster>> grouped = new LinkedHashMap<>();
        admitted.forEach(cluster -> grouped.computeIfAbsent(groups.head(cluster.id()), head -> new ArrayList<>())
                .add(cluster));
        Map<ClusterId, List<ClusterId>> members = new LinkedHashMap<>();
        grouped.keySet().forEach(head -> members.put(head, groups.members(head)));
        Map<ClusterId, Cluster> heads = clusters.findAll(grouped.entrySet().stream()
                .filter(group ->
                        group.getValue().stream().noneMatch(it -> it.id().equals(group.getKey())))
                .map(Map.Entry::getKey)
                .toList());
        Figures figures = Figures.of(
                members.values().stream().flatMap(List::stream).distinct().toList(), counters, sketches);
        List<ClusterSummary> summaries = new ArrayList<>();
        grouped.forEach((head, some) -> {
            Cluster shown = some.stream()
                    .filter(cluster -> cluster.id().equals(head))
                    .findFirst()
                    .orElseGet(() -> heads.getOrDefault(head, some.getFirst()));
            summaries.add(new ClusterSummary(
                    shown,
                    members.get(head),
                    figures.total(members.get(head)),
                    figures.sketch(members.get(head)),
                    decided.getOrDefault(head, Decision.none(app, head)),
                    List.of()));
        });
        return summaries;
    }

    private List<ClusterSummary> withTrends(List<ClusterSummary> page, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<LocalDate> days = Trend.lastDays(today, TREND_DAYS);
        Map<Counter.Key, Counter> counted = counters.readAll(page.stream()
                .flatMap(summary -> Figures.keys(summary.members(), days).stream())
                .toList());
        return page.stream()
                .map(summary -> summary.with(Figures.trend(summary.members(), days, counted)))
                .toList();
    }

    /**
     * A page of a list.
     *
     * @param clusters in order
     * @param next offset of the next page, empty at the end
     * @param isComplete whether every cluster was looked at
     */
    public record Listed(List<ClusterSummary> clusters, Optional<Integer> next, boolean isComplete) {
        public Listed {
            clusters = List.copyOf(clusters);
        }
    }
}
