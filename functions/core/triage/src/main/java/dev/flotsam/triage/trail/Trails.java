package dev.flotsam.triage.trail;

import dev.flotsam.triage.ReportId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Witnesses by installation. Each write is one atomic put of one item, and the same again changes nothing. */
public interface Trails {
    /** Most witnesses read of one trail: who joins drops the oldest long before. */
    int MOST_READ = 512;

    /** Keeps a witness; the first of a report stays, whatever comes later under its id. */
    void keep(Kept witness);

    /** Keeps what a witness says by today's symbols; one that was dropped meanwhile, or never kept, stays away. */
    void renew(Kept witness);

    /**
     * The witnesses of a trail by report id, those past their time left out; read consistently: what was kept before the
     * call is in the answer.
     *
     * @return at most {@link #MOST_READ}
     */
    List<Kept> of(TrailId trail, Instant now);

    /** Drops a witness; again changes nothing. */
    void drop(TrailId trail, ReportId report);

    /**
     * Notes which trail a run belongs to; the first note stays.
     *
     * @param expires when the note is dropped
     */
    void settle(TrailId run, TrailId home, Instant expires);

    /** Which trail a run was noted to belong to; read consistently. */
    Optional<TrailId> homeOf(TrailId run);

    /**
     * One witness.
     *
     * @param trail whose
     * @param report the report it came in
     * @param arrived when that was uploaded
     * @param expires when it is dropped
     * @param testimony what it says; opaque here
     */
    record Kept(TrailId trail, ReportId report, Instant arrived, Instant expires, String testimony) {
        public Kept {
            Objects.requireNonNull(trail, "trail");
            Objects.requireNonNull(report, "report");
            Objects.requireNonNull(arrived, "arrived");
            Objects.requireNonNull(expires, "expires");
            Objects.requireNonNull(testimony, "testimony");
        }
    }
}
