package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.alert.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Every key of the clusters table. */
final class ClusterKeys {
    static final String META = "META";
    static final String APPS = "APPS";
    static final String PAGE = "PAGE#";
    static final String DAY = "DAY#";
    static final String TOTAL = "TOTAL";
    static final String SKETCH = "SKETCH#";
    static final String ALERT = "ALERT#";

    /** Fixed width, so that text order is time order. */
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ClusterKeys() {}

    static String cluster(ClusterId id) {
        return "CLUSTER#" + id.value();
    }

    static String list(Listing listing) {
        return switch (listing) {
            case Listing.OfCluster(ClusterId cluster) -> cluster(cluster);
            case Listing.OfState(Page.State state) -> "STATE#" + state.name().toLowerCase(Locale.ROOT);
        };
    }

    /**
     * Ends in both ends of the page: a zombie's shorter cut of the same records must not replace the longer one, whose
     * entries the counters already cover.
     */
    static String page(Page page) {
        return PAGE + instant(page.uploaded()) + "#" + page.lane() + "#"
                + page.entries().getFirst().sequence() + "#"
                + page.entries().getLast().sequence();
    }

    static String counter(Counter.Key key) {
        return key.day().map(day -> DAY + day).orElse(TOTAL);
    }

    /** Whose item an alert stands beside. */
    static String owner(Alert alert) {
        return switch (alert.kind()) {
            case NEW_CLUSTER, CORRECTION, REGRESSION -> cluster(alert.cluster());
            case HOOK_TEST -> "HOOK#" + alert.app();
        };
    }

    static String alert(Alert alert) {
        return ALERT + alert.kind().word() + "#" + alert.episode();
    }

    static String instant(Instant instant) {
        return MILLIS.format(instant);
    }
}
