package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.Occurrence.MissingImage;
import java.time.Instant;
import java.util.List;

/**
 * Which clusters wait for which symbols. A cluster may wait for an image twice: reports without any symbols of it, and
 * others in whose symbols bitcode hides names.
 */
public interface Waiters {

    /** Notes that a cluster waits; the same again only moves {@code lastSeen} forward. */
    void add(Waiter waiter);

    /** Notes that a cluster no longer waits; removing it again changes nothing. */
    void remove(Waiter waiter);

    /** Who waits for an image, read consistently. */
    List<Waiter> of(String uuid, String architecture);

    /** The same for an image that is known by its dSYM. */
    default List<Waiter> of(ImageId image) {
        return of(image.uuidText(), image.arch().name());
    }

    /**
     * A cluster waits for symbols.
     *
     * @param image what is missing
     * @param cluster whose reports wait
     * @param app whose cluster
     * @param facts version, OS and device of a report that waits
     * @param lastSeen upload of the latest report that waits
     */
    record Waiter(MissingImage image, ClusterId cluster, String app, Facts facts, Instant lastSeen) {}
}
