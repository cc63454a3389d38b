package dev.flotsam.memory.portrait;

import dev.flotsam.memory.portrait.Portrait.RegionTotal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** VM regions added up by tag: most regions of a process carry one of a few dozen tags. */
final class RegionTotals {
    private static final String OTHER = "(other tags)";

    private final Map<String, long[]> byTag = new HashMap<>();
    private int regions;

    void add(String tag, long bytes, long dirty, long swapped) {
        regions++;
        String key = byTag.containsKey(tag) || byTag.size() < PortraitLimits.MAX_TAGS ? tag : OTHER;
        long[] sums = byTag.computeIfAbsent(key, name -> new long[4]);
        sums[0]++;
        sums[1] += bytes;
        sums[2] += dirty;
        sums[3] += swapped;
    }

    int regions() {
        return regions;
    }

    /** Totals, dirty and swapped memory first: that is what Jetsam counts. */
    List<RegionTotal> totals() {
        return byTag.entrySet().stream()
                .map(entry -> total(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((RegionTotal total) -> total.dirty() + total.swapped())
                        .reversed()
                        .thenComparing(RegionTotal::tag))
                .toList();
    }

    private static RegionTotal total(String tag, long[] sums) {
        return new RegionTotal(tag, sums[0], sums[1], sums[2], sums[3]);
    }
}
