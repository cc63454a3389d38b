package dev.flotsam.triage.query;

import java.util.Comparator;
import java.util.Locale;

/** Orders of a list; ties are broken by id, so that pages neither repeat nor miss a cluster. */
public enum Sort {
    /** Seen last first. */
    LAST_SEEN,
    /** Newest first. */
    FIRST_SEEN,
    /** Most reports first. */
    COUNT;

    /** Reads "last_seen", "first_seen" or "count". */
    public static Sort parse(String word) {
        for (Sort sort : values()) {
            if (sort.name().toLowerCase(Locale.ROOT).equals(word)) {
                return sort;
            }
        }
        throw new IllegalArgumentException("sort is last_seen, first_seen or count, not \"" + word + "\"");
    }

    Comparator<ClusterSummary> order() {
        Comparator<ClusterSummary> order =
                switch (this) {
                    case LAST_SEEN ->
                        Comparator.comparing(summary ->
                                summary.sketch().last().orElse(summary.cluster().created()));
                    case FIRST_SEEN ->
                        Comparator.comparing(summary -> summary.sketch()
                                .first()
                                .orElse(summary.cluster().created()));
                    case COUNT -> Comparator.comparing(ClusterSummary::count);
                };
        return order.reversed().thenComparing(summary -> summary.cluster().id());
    }
}
