package dev.flotsam.contracts.fake;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.symbol.MissingImages;
import dev.flotsam.triage.symbol.Waiters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Waiters in memory, and the images they wait for. */
public final class FakeWaiters implements Waiters, MissingImages {
    private final Map<String, Waiter> waiters = new TreeMap<>();

    @Override
    public synchronized void add(Waiter waiter) {
        waiters.merge(key(waiter.image(), waiter.cluster()), kept(waiter), FakeWaiters::later);
    }

    @Override
    public synchronized void remove(Waiter waiter) {
        waiters.remove(key(waiter.image(), waiter.cluster()));
    }

    @Override
    public synchronized List<Waiter> of(String uuid, String architecture) {
        return waiters.values().stream()
                .filter(waiter -> waiter.image().uuid().equals(uuid)
                        && waiter.image().architecture().equals(architecture))
                .toList();
    }

    @Override
    public synchronized Slice list(Optional<String> after, int most) {
        TreeMap<String, MissingImage> images = new TreeMap<>();
        waiters.values().forEach(waiter -> images.put(key(waiter.image()), waiter.image()));
        List<MissingImage> rest = List.copyOf(after.map(cursor -> images.tailMap(cursor, false))
                .orElse(images)
                .values());
        List<MissingImage> kept = rest.subList(0, Math.min(most, rest.size()));
        return new Slice(kept, rest.size() > most ? Optional.of(key(kept.getLast())) : Optional.empty());
    }

    /** When was it seen, the device apart: what a device hash would add is nobody's business here. */
    private static Waiter kept(Waiter waiter) {
        Facts facts = waiter.facts();
        return new Waiter(
                waiter.image(),
                waiter.cluster(),
                waiter.app(),
                new Facts(facts.version(), facts.os(), facts.device(), "", Optional.empty()),
                waiter.lastSeen());
    }

    private static Waiter later(Waiter standing, Waiter more) {
        return standing.lastSeen().isBefore(more.lastSeen())
                ? new Waiter(
                        standing.image(),
                        standing.cluster(),
                        standing.app(),
                        new Facts(
                                more.facts().version(),
                                standing.facts().os(),
                                standing.facts().device(),
                                "",
                                Optional.empty()),
                        more.lastSeen())
                : standing;
    }

    private static String key(MissingImage image, ClusterId cluster) {
        return key(image) + " " + cluster + (image.hidden() > 0 ? " hidden" : "");
    }

    private static String key(MissingImage image) {
        return image.uuid() + " " + image.architecture();
    }
}
