package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.ClusterId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The reports of one cluster are read again because an image's symbols have arrived. A pass walks all pages of the
 * cluster in steps; whoever wakes the job while a pass runs gets another pass behind it, for its reports may lie on pages
 * that the running one has left behind.
 *
 * @param key whose reports, and which symbols
 * @param app whose cluster
 * @param revision every change is conditional on it
 * @param wakes how often it was woken, at least once
 * @param scan how far the present pass is
 */
public record HealJob(Key key, String app, long revision, long wakes, Scan scan) {

    /** Whether nobody has woken it since its last pass began. */
    public boolean isDone() {
        return scan.finished() && scan.serves() == wakes;
    }

    /** The same job with a pass that is under way: the present one, or the next one where that has ended. */
    public HealJob underWay() {
        return scan.finished() ? new HealJob(key, app, revision, wakes, Scan.serving(wakes)) : this;
    }

    /** The same job further on, one revision later. */
    public HealJob at(Scan further) {
        return new HealJob(key, app, revision + 1, wakes, further);
    }

    /**
     * Names a job.
     *
     * @param image whose symbols arrived
     * @param cluster whose reports waited for them
     */
    public record Key(ImageId image, ClusterId cluster) {
        @Override
        public String toString() {
            return image.key() + " in " + cluster;
        }
    }

    /**
     * How far a pass is.
     *
     * @param serves how often the job had been woken when the pass began
     * @param finished whether every page was seen
     * @param cursor where to go on
     * @param healed reports that were given another outcome
     * @param stayed entries whose reports still count in the cluster; a report may be entered more than once
     * @param failed reports that could not be healed and still wait
     * @param moved where healed reports of the cluster count now, with how many entries
     * @param attempts steps that broke on the report that stands next
     */
    public record Scan(
            long serves,
            boolean finished,
            Cursor cursor,
            int healed,
            int stayed,
            int failed,
            Map<ClusterId, Integer> moved,
            int attempts) {
        /** Clusters kept in {@code moved}; a signature that rests on an address rarely falls into more than a few. */
        public static final int MOST_TARGETS = 50;

        /** Of a job that has never been stepped. */
        public static final Scan NONE = new Scan(0, true, Cursor.START, 0, 0, 0, Map.of(), 0);

        public Scan {
            moved = Map.copyOf(moved);
        }

        static Scan serving(long wakes) {
            return new Scan(wakes, false, Cursor.START, 0, 0, 0, Map.of(), 0);
        }

        /** Further on: {@code reports} of the pages before {@code next} have been dealt with. */
        public Scan advanced(Cursor next, Tally reports) {
            Map<ClusterId, Integer> sum = new TreeMap<>(moved);
            reports.moved().forEach((cluster, count) -> {
                if (sum.containsKey(cluster) || sum.size() < MOST_TARGETS) {
                    sum.merge(cluster, count, Integer::sum);
                }
            });
            return new Scan(
                    serves,
                    finished,
                    next,
                    healed + reports.healed(),
                    stayed + reports.stayed(),
                    failed + reports.failed(),
                    sum,
                    0);
        }

        /** Further on, and the report that stands next could not be read, once more. */
        public Scan stumbled(Cursor next, Tally reports) {
            Scan reached = advanced(next, reports);
            return new Scan(
                    serves,
                    finished,
                    next,
                    reached.healed,
                    reached.stayed,
                    reached.failed,
                    reached.moved,
                    next.equals(cursor) ? attempts + 1 : 1);
        }

        /** Every page was seen. */
        public Scan ended() {
            return new Scan(serves, true, cursor, healed, stayed, failed, moved, 0);
        }

        /** Where most of the healed reports are; of equals the smaller id. */
        public Optional<ClusterId> target() {
            return moved.entrySet().stream()
                    .max(Map.Entry.<ClusterId, Integer>comparingByValue()
                            .thenComparing(Map.Entry.<ClusterId, Integer>comparingByKey()
                                    .reversed()))
                    .map(Map.Entry::getKey);
        }
    }

    /**
     * What became of some reports.
     *
     * @param healed as in {@link Scan}
     * @param stayed as in {@link Scan}
     * @param failed as in {@link Scan}
     * @param moved as in {@link Scan}
     */
    public record Tally(int healed, int stayed, int failed, Map<ClusterId, Integer> moved) {
        public Tally {
            moved = Map.copyOf(moved);
        }
    }

    /**
     * A place in the list of a cluster's reports. Pages come and go meanwhile: entries count only within the page that
     * they were counted in.
     *
     * @param behind the last page that is done, empty at the start
     * @param within the page that is being worked on, empty for the next one, whichever it is
     * @param entries how many of its entries are done
     */
    public record Cursor(Optional<String> behind, String within, int entries) {
        /** Before the newest page. */
        public static final Cursor START = new Cursor(Optional.empty(), "", 0);
    }
}
