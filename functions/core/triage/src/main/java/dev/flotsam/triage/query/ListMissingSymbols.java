package dev.flotsam.triage.query;

import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Dimension;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.symbol.MissingImages;
import dev.flotsam.triage.symbol.StoredImage;
import dev.flotsam.triage.symbol.StoredSymbols;
import dev.flotsam.triage.symbol.Waiters;
import dev.flotsam.triage.symbol.Waiters.Waiter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists which dSYMs would help, and how much. */
public final class ListMissingSymbols {
    private static final Comparator<Missing> MOST_BLOCKED_FIRST = Comparator.comparingLong(Missing::blocked)
            .thenComparing(Missing::lastSeen)
            .reversed();

    /** Clusters looked at for one image: more of them are somebody's mischief. */
    private static final int MOST_CLUSTERS = 1_000;

    private final MissingImages images;
    private final Waiters waiters;
    private final StoredSymbols stored;
    private final Counters counters;

    /** Over what is stored. */
    public ListMissingSymbols(MissingImages images, Waiters waiters, StoredSymbols stored, Counters counters) {
        this.images = images;
        this.waiters = waiters;
        this.stored = stored;
        this.counters = counters;
    }

    /**
     * Images without usable symbols that reports of the viewer's apps wait for.
     *
     * @param cursor where to go on
     * @param most images looked at
     */
    public Listed list(ApiKey viewer, Optional<String> cursor, int most) {
        MissingImages.Slice slice = images.list(cursor, most);
        List<Waiter> waiting = slice.images().stream()
                .flatMap(image ->
                        waiters.of(image.uuid(), image.architecture()).stream().limit(MOST_CLUSTERS))
                .filter(waiter -> viewer.sees(waiter.app()))
                .toList();
        Map<MissingImage, Optional<StoredImage>> found = waiting.stream()
                .map(Waiter::image)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), image -> image.id().flatMap(stored::find)));
        List<Waiter> missing = waiting.stream()
                .filter(waiter -> found.get(waiter.image())
                        .filter(stored -> stored.helps(waiter.image()))
                        .isEmpty())
                .toList();
        return new Listed(rows(missing, found), slice.next());
    }

    private List<Missing> rows(List<Waiter> missing, Map<MissingImage, Optional<StoredImage>> found) {
        Map<Counter.Key, Counter> totals = counters.readAll(missing.stream()
                .map(waiter -> Counter.Key.total(waiter.cluster()))
                .distinct()
                .toList());
        Map<Build, List<Waiter>> byBuild = missing.stream()
                .collect(Collectors.groupingBy(
                        waiter -> new Build(
                                waiter.image(), waiter.app(), waiter.facts().version()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Missing> rows = new ArrayList<>();
        byBuild.forEach((build, waiting) -> rows.add(row(build, waiting, totals, found.get(build.image()))));
        rows.sort(MOST_BLOCKED_FIRST);
        return rows;
    }

    private static Missing row(
            Build build, List<Waiter> waiting, Map<Counter.Key, Counter> totals, Optional<StoredImage> standing) {
        long blocked = waiting.stream()
                .map(waiter -> Counter.Key.total(waiter.cluster()))
                .mapToLong(key -> reports(totals.getOrDefault(key, Counter.EMPTY), build.version()))
                .sum();
        return new Missing(
                build.image(),
                build.app(),
                build.version(),
                blocked,
                waiting.size(),
                waiting.stream()
                        .map(Waiter::lastSeen)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                standing.map(StoredImage::reason).orElse(""));
    }

    /** A cluster's reports of one version; all of them where the waiting report names none. */
    private static long reports(Counter counter, String version) {
        return version.isEmpty()
                ? counter.tally().reports()
                : counter.tally().by().getOrDefault(Dimension.VERSION.prefix() + version, 0L);
    }

    private record Build(MissingImage image, String app, String version) {}

    /**
     * An image of one build that has no usable symbols.
     *
     * @param image which
     * @param app whose reports wait
     * @param version of the app, with its build
     * @param blocked reports of that version in the clusters that wait
     * @param clusters how many wait
     * @param lastSeen upload of the latest report that waits
     * @param unreadable why the dSYM that was uploaded can't be used, or which names bitcode hides in it; empty where none
     *     was
     */
    public record Missing(
            MissingImage image,
            String app,
            String version,
            long blocked,
            int clusters,
            Instant lastSeen,
            String unreadable) {}

    /**
     * A page.
     *
     * @param images most blocked first within the page
     * @param next cursor of the next page, empty at the end
     */
    public record Listed(List<Missing> images, Optional<String> next) {
        public Listed {
            images = List.copyOf(images);
        }
    }
}
