package dev.flotsam.memory.session;

import dev.flotsam.memory.session.MemoryFacts.Pressure;
import dev.flotsam.memory.session.MemoryFacts.Sample;
import dev.flotsam.memory.session.SessionRecord.Part;
import java.util.List;
import java.util.Optional;

/**
 * A record with everything known around it: the next launch and the learned limit. Rules ask this, never the record's
 * shape.
 *
 * @param record the record to judge
 * @param unchanged what was unchanged at the next launch, by the record itself and by the next one
 * @param limit the limit in bytes
 * @param limitLearned the limit isn't the record's own but learned from others
 */
record Situation(SessionRecord record, Unchanged unchanged, Optional<Long> limit, boolean limitLearned) {
    /** Free memory of a device that isn't short of it. */
    private static final long PLENTY_ON_DEVICE = 1L << 30;

    /** A leak: the last samples lie this much above the first ones of the window. */
    private static final double RISE = 1.2;

    /** Samples at the end that are looked at for a rise. */
    private static final int RISE_WINDOW = 30;

    private static final int FEWEST_SAMPLES = 3;

    static Situation of(SessionRecord record, Optional<SessionRecord> next, KnownLimits known) {
        Unchanged unchanged = next.map(launch -> record.unchanged().or(compare(record, launch)))
                .orElse(record.unchanged());
        Unchanged own = record.part() == Part.START ? Unchanged.UNKNOWN : unchanged;
        Optional<Long> told = record.memory().limit();
        return new Situation(record, own, told.or(() -> known.limitOf(record.build())), told.isEmpty());
    }

    private static Unchanged compare(SessionRecord record, SessionRecord next) {
        Unchanged compared = new Unchanged(
                record.build().sameApp(next.build(), record.shape() == next.shape()),
                record.build().sameOs(next.build()),
                Optional.empty(),
                sameInstallation(record.run().installation(), next.run().installation()));
        return next.part() == Part.START ? differenceFirst(compared, next.unchanged()) : compared;
    }

    /** Of two answers a difference wins: it was seen, an equality may be one of coarse versions. */
    private static Unchanged differenceFirst(Unchanged one, Unchanged other) {
        return new Unchanged(
                differenceFirst(one.sameApp(), other.sameApp()),
                differenceFirst(one.sameOs(), other.sameOs()),
                differenceFirst(one.sameBoot(), other.sameBoot()),
                differenceFirst(one.sameVendor(), other.sameVendor()));
    }

    private static Optional<Boolean> differenceFirst(Optional<Boolean> one, Optional<Boolean> other) {
        return Flags.says(one, false) ? one : other.or(() -> one);
    }

    private static Optional<Boolean> sameInstallation(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? Optional.empty() : Optional.of(one.equals(other));
    }

    Flags flags() {
        return record.flags();
    }

    Optional<Boolean> inFront() {
        return record.flags().inFront();
    }

    Optional<Long> footprint() {
        return record.memory().footprint();
    }

    /** Footprint by limit, if both are known. */
    Optional<Double> ratio() {
        return footprint().flatMap(used -> limit().map(limit -> (double) used / limit));
    }

    boolean pressureCritical() {
        return record.memory().pressure().equals(Optional.of(Pressure.CRITICAL));
    }

    boolean warned() {
        return record.memory().pressure().equals(Optional.of(Pressure.WARN))
                || record.memory().warnings().orElse(0L) > 0;
    }

    boolean plentyOnDevice() {
        return record.memory().deviceFree().orElse(0L) >= PLENTY_ON_DEVICE;
    }

    /** Whether the footprint grew to the end: the last third of the window lies well above its first third. */
    boolean rising() {
        List<Sample> series = record.memory().series();
        List<Sample> window = series.subList(Math.max(0, series.size() - RISE_WINDOW), series.size());
        if (window.size() < FEWEST_SAMPLES) {
            return false;
        }
        int third = Math.max(1, window.size() / 3);
        double before = average(window.subList(0, third));
        double after = average(window.subList(window.size() - third, window.size()));
        return after >= RISE * before;
    }

    private static double average(List<Sample> samples) {
        return samples.stream().mapToLong(Sample::bytes).average().orElse(0);
    }
}
