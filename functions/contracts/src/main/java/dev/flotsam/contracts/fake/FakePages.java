package dev.flotsam.contracts.fake;

import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.absorb.Pages;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pages in memory: a page is the same page when list, lane, first and last position are. */
public final class FakePages implements Pages {
    private final Map<Listing, TreeMap<String, Page>> lists = new HashMap<>();

    @Override
    public synchronized void put(Page page) {
        lists.computeIfAbsent(page.list(), list -> new TreeMap<>(Comparator.reverseOrder()))
                .put(key(page), page);
    }

    @Override
    public synchronized Slice newestFirst(Listing list, Optional<String> after, int most) {
        TreeMap<String, Page> pages = lists.getOrDefault(list, new TreeMap<>(Comparator.reverseOrder()));
        List<Page> rest = List.copyOf(
                after.map(cursor -> pages.tailMap(cursor, false)).orElse(pages).values());
        List<Page> kept = rest.subList(0, Math.min(most, rest.size()));
        return new Slice(kept, rest.size() > most ? Optional.of(key(kept.getLast())) : Optional.empty());
    }

    @Override
    public String cursor(Page page) {
        return key(page);
    }

    /** Every page of a list, newest first. */
    public List<Page> all(Listing list) {
        return newestFirst(list, Optional.empty(), Integer.MAX_VALUE).pages();
    }

    private static String key(Page page) {
        return "%015d/%s/%s/%s"
                .formatted(
                        page.uploaded().toEpochMilli(),
                        page.lane(),
                        page.entries().getFirst().sequence(),
                        page.entries().getLast().sequence());
    }
}
