package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What can't be subtracted: how many devices, when first and last, and some samples. Merging sketches is commutative and
 * idempotent.
 *
 * @param first earliest capture, or upload where the capture is unknown
 * @param last latest
 * @param devices distinct installations
 * @param samples the latest few reports, newest first
 * @param stale a report left the cluster since: the other figures may be too wide
 */
public record Sketch(
        Optional<Instant> first, Optional<Instant> last, DistinctCount devices, List<Sample> samples, boolean stale) {
    /** Samples kept. */
    public static final int MOST_SAMPLES = 10;

    /** Nothing seen. */
    public static final Sketch EMPTY =
            new Sketch(Optional.empty(), Optional.empty(), DistinctCount.EMPTY, List.of(), false);

    private static final Comparator<Sample> NEWEST_FIRST =
            Comparator.comparing(Sample::when).reversed().thenComparing(Sample::report);

    public Sketch {
        samples = List.copyOf(samples);
    }

    /** The sketch of one step. */
    static Sketch of(Step step) {
        Occurrence report = step.report();
        if (step.sign() < 0) {
            return new Sketch(Optional.empty(), Optional.empty(), DistinctCount.EMPTY, List.of(), true);
        }
        Instant when = report.facts().captured().orElse(report.source().uploaded());
        String installation = report.facts().installation();
        DistinctCount devices = installation.isEmpty() ? DistinctCount.EMPTY : DistinctCount.of(installation);
        return new Sketch(Optional.of(when), Optional.of(when), devices, List.of(new Sample(report.id(), when)), false);
    }

    /** Both together. */
    public Sketch merge(Sketch other) {
        List<Sample> all = new ArrayList<>(samples);
        other.samples.stream().filter(sample -> !samples.contains(sample)).forEach(all::add);
        all.sort(NEWEST_FIRST);
        return new Sketch(
                pick(first, other.first, Comparator.reverseOrder()),
                pick(last, other.last, Comparator.naturalOrder()),
                devices.merge(other.devices),
                all.subList(0, Math.min(all.size(), MOST_SAMPLES)),
                stale || other.stale);
    }

    private static Optional<Instant> pick(Optional<Instant> a, Optional<Instant> b, Comparator<Instant> order) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        return order.compare(a.get(), b.get()) >= 0 ? a : b;
    }

    /**
     * One report worth opening.
     *
     * @param report which
     * @param when captured, or uploaded
     */
    public record Sample(ReportId report, Instant when) {}
}
