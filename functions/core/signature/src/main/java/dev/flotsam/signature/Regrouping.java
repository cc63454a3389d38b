package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What changed rules do to clusters, before they are adopted.
 *
 * <p>A cluster whose id changes while its reports stay together and alone is only renamed: it moves nobody.
 *
 * @param renamed old id to new id of clusters that stay whole: aliases
 * @param splits old id to the new ids its reports would be spread over
 * @param merges new id to the old ids that would fall together in it
 * @param moved reports whose cluster is neither unchanged nor renamed, in the order given
 */
public record Regrouping(
        Map<String, String> renamed,
        Map<String, List<String>> splits,
        Map<String, List<String>> merges,
        List<String> moved) {

    public Regrouping {
        renamed = Map.copyOf(renamed);
        splits = Map.copyOf(splits);
        merges = Map.copyOf(merges);
        moved = List.copyOf(moved);
    }

    /**
     * One report under both rulesets.
     *
     * @param report the report's id
     * @param before its cluster under the rules in force
     * @param after its cluster under the changed rules
     */
    public record Resigned(String report, String before, String after) {}

    /** Compares two groupings of the same reports. */
    public static Regrouping of(List<Resigned> reports) {
        Map<String, Set<String>> forward = new LinkedHashMap<>();
        Map<String, Set<String>> backward = new LinkedHashMap<>();
        for (Resigned report : reports) {
            forward.computeIfAbsent(report.before(), id -> new LinkedHashSet<>())
                    .add(report.after());
            backward.computeIfAbsent(report.after(), id -> new LinkedHashSet<>())
                    .add(report.before());
        }
        Map<String, String> renamed = new HashMap<>();
        List<String> moved = new ArrayList<>();
        for (Resigned report : reports) {
            boolean whole = forward.get(report.before()).size() == 1
                    && backward.get(report.after()).size() == 1;
            if (!whole) {
                moved.add(report.report());
            } else if (!report.before().equals(report.after())) {
                renamed.put(report.before(), report.after());
            }
        }
        return new Regrouping(renamed, several(forward), several(backward), moved);
    }

    private static Map<String, List<String>> several(Map<String, Set<String>> groups) {
        Map<String, List<String>> several = new HashMap<>();
        groups.forEach((id, others) -> {
            if (others.size() > 1) {
                several.put(id, List.copyOf(others));
            }
        });
        return several;
    }
}
