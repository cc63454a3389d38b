package dev.flotsam.contracts.stream;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.absorb.DistinctCount;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.symbol.Waiters.Waiter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** First and last seen, devices, samples and waiters: what only ever grows. */
record SketchDifferences(Stores stores, ClusterId cluster) {

    List<String> of(List<Truth.Entry> entries) {
        List<String> found = new ArrayList<>();
        List<Occurrence> joined = entries.stream()
                .filter(entry -> entry.sign() > 0)
                .map(Truth.Entry::report)
                .toList();
        Sketch sketch = stores.sketches().read(cluster);
        Optional<Instant> first = joined.stream().map(SketchDifferences::when).min(Comparator.naturalOrder());
        Optional<Instant> last = joined.stream().map(SketchDifferences::when).max(Comparator.naturalOrder());
        same(found, "first seen", first, sketch.first());
        same(found, "last seen", last, sketch.last());
        same(found, "devices", described(devices(joined)), described(sketch.devices()));
        same(found, "samples", samples(joined), sketch.samples());
        same(found, "staleness", joined.size() < entries.size(), sketch.stale());
        lastAwaited(joined)
                .forEach((image, when) -> same(found, "wait for " + image, Optional.of(when), awaited(image)));
        return found;
    }

    private Optional<Instant> awaited(MissingImage image) {
        return stores.waiters().of(image.uuid(), image.architecture()).stream()
                .filter(waiter -> waiter.cluster().equals(cluster))
                .map(Waiter::lastSeen)
                .findFirst();
    }

    private static Map<MissingImage, Instant> lastAwaited(List<Occurrence> joined) {
        Map<MissingImage, Instant> latest = new HashMap<>();
        for (Occurrence report : joined) {
            if (report.outcome() instanceof Outcome.Triaged triaged) {
                triaged.missing()
                        .forEach(image ->
                                latest.merge(image, report.source().uploaded(), (a, b) -> a.isBefore(b) ? b : a));
            }
        }
        return latest;
    }

    private static DistinctCount devices(List<Occurrence> joined) {
        return joined.stream()
                .map(report -> report.facts().installation())
                .filter(installation -> !installation.isEmpty())
                .map(DistinctCount::of)
                .reduce(DistinctCount.EMPTY, DistinctCount::merge);
    }

    private static String described(DistinctCount devices) {
        return "about " + devices.estimate() + " (registers "
                + Digest.hex(Digest.sha256(devices.encode())).substring(0, 12) + ")";
    }

    private static List<Sketch.Sample> samples(List<Occurrence> joined) {
        return joined.stream()
                .map(report -> new Sketch.Sample(report.id(), when(report)))
                .distinct()
                .sorted(Comparator.comparing(Sketch.Sample::when).reversed().thenComparing(Sketch.Sample::report))
                .limit(Sketch.MOST_SAMPLES)
                .toList();
    }

    private static Instant when(Occurrence report) {
        return report.facts().captured().orElse(report.source().uploaded());
    }

    private void same(List<String> found, String what, Object expected, Object stored) {
        if (!expected.equals(stored)) {
            found.add(what + " of " + cluster + ": true is " + expected + ", stored is " + stored);
        }
    }
}
