package dev.flotsam.triage.rules;

import dev.flotsam.triage.ClusterId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where going through all reports of an app goes on.
 *
 * @param phase 1 before the rules are in force, 2 after
 * @param since when it started, seconds since 1970
 * @param after cursor in the list of clusters
 * @param page cursor in the pages of the cluster that comes next
 * @param targets where that cluster's reports went so far; two are enough to tell a split
 * @param stayed whether a report of it stayed
 */
record Sweep(
        int phase, long since, Optional<String> after, Optional<String> page, Set<ClusterId> targets, boolean stayed) {
    private static final int FIELDS = 6;
    private static final int MOST_TARGETS = 2;

    Sweep {
        targets = Set.copyOf(targets);
    }

    static Sweep start(int phase, Instant now) {
        return new Sweep(phase, now.getEpochSecond(), Optional.empty(), Optional.empty(), Set.of(), false);
    }

    /**
     * Reads {@link #toString}'s form; nothing is the start.
     *
     * @throws IllegalArgumentException if it is no such cursor
     */
    static Sweep parse(Optional<String> cursor, Instant now) {
        if (cursor.isEmpty()) {
            return start(1, now);
        }
        List<String> fields = List.of(cursor.get().split("\\|", -1));
        if (fields.size() != FIELDS || !Set.of("1", "2").contains(fields.get(0))) {
            throw new IllegalArgumentException("not a cursor of this sweep");
        }
        Set<ClusterId> targets = new TreeSet<>();
        for (String target : fields.get(4).split(",", MOST_TARGETS)) {
            if (!target.isEmpty()) {
                targets.add(new ClusterId(target));
            }
        }
        return new Sweep(
                Integer.parseInt(fields.get(0)),
                Long.parseLong(fields.get(1)),
                given(fields.get(2)),
                given(fields.get(3)),
                targets,
                fields.get(5).equals("stayed"));
    }

    Instant started() {
        return Instant.ofEpochSecond(since);
    }

    Sweep seen(Set<ClusterId> more, boolean anyStayed) {
        Set<ClusterId> all = new TreeSet<>(targets);
        more.stream().sorted().filter(target -> all.size() < MOST_TARGETS).forEach(all::add);
        return new Sweep(phase, since, after, page, all, stayed || anyStayed);
    }

    Sweep at(Optional<String> nextPage) {
        return new Sweep(phase, since, after, nextPage, targets, stayed);
    }

    Sweep behind(String cluster) {
        return new Sweep(phase, since, Optional.of(cluster), Optional.empty(), Set.of(), false);
    }

    private static Optional<String> given(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    @Override
    public String toString() {
        String all =
                String.join(",", targets.stream().sorted().map(ClusterId::value).toList());
        return String.join(
                "|",
                Integer.toString(phase),
                Long.toString(since),
                after.orElse(""),
                page.orElse(""),
                all,
                stayed ? "stayed" : "");
    }
}
