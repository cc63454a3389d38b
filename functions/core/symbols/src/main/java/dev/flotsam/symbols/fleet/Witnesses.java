package dev.flotsam.symbols.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The installations that gave a function one name: the three that saw furthest into it are kept.
 *
 * @param seen furthest first
 */
record Witnesses(List<Witness> seen) implements Comparable<Witnesses> {

    /**
     * One installation.
     *
     * @param installation its hash
     * @param reach the largest offset into the function it reported
     */
    record Witness(int installation, long reach) {}

    private static final Comparator<Witness> FURTHEST_FIRST =
            Comparator.comparingLong(Witness::reach).reversed().thenComparingInt(Witness::installation);

    Witnesses {
        seen = List.copyOf(seen);
    }

    static Witnesses of(int installation, long reach) {
        return new Witnesses(List.of(new Witness(installation, reach)));
    }

    /** Both together; the same installation counts once. */
    Witnesses and(Witnesses other) {
        Map<Integer, Long> reaches = new TreeMap<>();
        seen.forEach(witness -> reaches.merge(witness.installation(), witness.reach(), Math::max));
        other.seen.forEach(witness -> reaches.merge(witness.installation(), witness.reach(), Math::max));
        List<Witness> all = new ArrayList<>();
        reaches.forEach((installation, reach) -> all.add(new Witness(installation, reach)));
        all.sort(FURTHEST_FIRST);
        return new Witnesses(all.subList(0, Math.min(all.size(), LearnedImage.AGREEMENT)));
    }

    boolean agree() {
        return seen.size() == LearnedImage.AGREEMENT;
    }

    /** How far into the function all of them have seen this name. */
    long reach() {
        return seen.getLast().reach();
    }

    /** More witnesses is more. */
    @Override
    public int compareTo(Witnesses other) {
        return Integer.compare(seen.size(), other.seen.size());
    }
}
