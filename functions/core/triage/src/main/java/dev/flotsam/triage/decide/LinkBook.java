package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people said belongs together in an app, and what does not. One value an app, so that it never contradicts itself.
 *
 * <p>Merged clusters form groups with one head; every member points at its head. A group and what is apart never meet.
 *
 * @param app whose clusters
 * @param revision starts at 1, 0 for one that is not stored; every change is conditional on it
 * @param merges must-links, oldest first
 * @param apart cannot-links
 * @param parts rules that keep reports out of the cluster they are signed into, oldest first
 */
public record LinkBook(String app, long revision, List<Merge> merges, Set<Apart> apart, List<Part> parts) {
    /** Most links of an app: the book stays below DynamoDB's 400 KB, and people's work fits many times. */
    public static final int MOST_LINKS = 2_000;

    /** Longest label of a key kept beside a link, UTF-8 bytes. */
    static final int LABEL_BYTES = 80;

    public LinkBook {
        merges = List.copyOf(merges);
        apart = Set.copyOf(apart);
        parts = List.copyOf(parts);
    }

    /** The book of an app whose clusters nobody linked. */
    public static LinkBook empty(String app) {
        return new LinkBook(app, 0, List.of(), Set.of(), List.of());
    }

    /** The cluster that stands for the group of {@code cluster}; itself, if it is in none. */
    public ClusterId head(ClusterId cluster) {
        return merge(cluster).map(Merge::head).orElse(cluster);
    }

    /** Head and members of the group of {@code cluster}, the head first. */
    public List<ClusterId> group(ClusterId cluster) {
        ClusterId head = head(cluster);
        List<ClusterId> group = new ArrayList<>(List.of(head));
        merges.stream().filter(merge -> merge.head().equals(head)).forEach(merge -> group.add(merge.member()));
        return group;
    }

    /** How {@code member} came into its group; empty for heads and those in none. */
    public Optional<Merge> merge(ClusterId member) {
        return merges.stream().filter(merge -> merge.member().equals(member)).findFirst();
    }

    /** Whether people said anything of {@code cluster}. */
    public boolean mentions(ClusterId cluster) {
        return merges.stream()
                        .anyMatch(merge ->
                                merge.member().equals(cluster) || merge.head().equals(cluster))
                || apart.stream().anyMatch(pair -> pair.names(cluster))
                || parts.stream()
                        .anyMatch(part ->
                                part.source().equals(cluster) || part.target().equals(cluster));
    }

    /** What {@code cluster} must not be merged with. */
    public Set<ClusterId> apartFrom(ClusterId cluster) {
        Set<ClusterId> others = new TreeSet<>();
        apart.stream().filter(pair -> pair.names(cluster)).forEach(pair -> others.add(pair.other(cluster)));
        return others;
    }

    /** A pair of the two clusters' groups that is apart: they can't be merged then. */
    public Optional<Apart> between(ClusterId one, ClusterId other) {
        List<ClusterId> mine = group(one);
        List<ClusterId> theirs = group(other);
        return apart.stream()
                .filter(pair -> (mine.contains(pair.first()) && theirs.contains(pair.second()))
                        || (mine.contains(pair.second()) && theirs.contains(pair.first())))
                .findFirst();
    }

    /** How many links it holds; a part with a long rule counts as several. */
    public int size() {
        int ofParts = parts.stream()
                .mapToInt(part -> 1 + part.rule().value().length() / 100)
                .sum();
        return merges.size() + apart.size() + ofParts;
    }

    /** The group of {@code member} joins that of {@code into}. Nothing may be between them. */
    LinkBook merged(ClusterId into, ClusterId member, Instant at, String by) {
        ClusterId head = head(into);
        ClusterId joining = head(member);
        if (head.equals(joining)) {
            return this;
        }
        List<Merge> kept = new ArrayList<>();
        for (Merge merge : merges) {
            kept.add(merge.head().equals(joining) ? new Merge(merge.member(), head, merge.at(), merge.by()) : merge);
        }
        kept.add(new Merge(joining, head, at, by));
        return new LinkBook(app, revision, kept, apart, parts);
    }

    /** {@code member} leaves its group; of a head's group the one that joined first becomes the head. */
    LinkBook without(ClusterId member) {
        List<ClusterId> others = new ArrayList<>(group(member));
        others.remove(member);
        if (others.isEmpty()) {
            return this;
        }
        ClusterId head = others.getFirst();
        List<Merge> kept = new ArrayList<>();
        for (Merge merge : merges) {
            boolean leaves = merge.member().equals(member) || merge.member().equals(head);
            if (!leaves) {
                kept.add(merge.head().equals(member) ? new Merge(merge.member(), head, merge.at(), merge.by()) : merge);
            }
        }
        return new LinkBook(app, revision, kept, apart, parts);
    }

    /** {@code cluster} must not be merged with {@code others}. */
    LinkBook apart(ClusterId cluster, List<ClusterId> others) {
        Set<Apart> pairs = new LinkedHashSet<>(apart);
        others.forEach(other -> pairs.add(Apart.of(cluster, other)));
        return new LinkBook(app, revision, merges, pairs, parts);
    }

    /** Nothing keeps the groups of the two apart any more: neither a cannot-link nor a part's rule. */
    LinkBook reunited(ClusterId one, ClusterId other) {
        List<ClusterId> mine = group(one);
        List<ClusterId> theirs = group(other);
        Set<Apart> pairs = new LinkedHashSet<>(apart);
        mine.forEach(a -> theirs.forEach(b -> {
            if (!a.equals(b)) {
                pairs.remove(Apart.of(a, b));
            }
        }));
        List<Part> kept = parts.stream()
                .filter(part -> !(mine.contains(part.source()) && theirs.contains(part.target())))
                .filter(part -> !(theirs.contains(part.source()) && mine.contains(part.target())))
                .toList();
        return new LinkBook(app, revision, merges, pairs, kept);
    }

    /** Reports that the rule of {@code part} holds for are kept out of its source. */
    LinkBook with(Part part) {
        if (parts.stream()
                .anyMatch(known ->
                        known.source().equals(part.source()) && known.rule().equals(part.rule()))) {
            return this;
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new LinkBook(app, revision, merges, apart, more);
    }

    /** One revision later, to be stored. */
    LinkBook next() {
        return new LinkBook(app, revision + 1, merges, apart, parts);
    }

    /**
     * A must-link.
     *
     * @param member joined
     * @param head stands for the group
     * @param at when
     * @param by label of the key that asked for it
     */
    public record Merge(ClusterId member, ClusterId head, Instant at, String by) {
        public Merge {
            by = Text.bound(by, LABEL_BYTES);
        }
    }

    /**
     * A cannot-link.
     *
     * @param first the lesser id
     * @param second the greater id
     */
    public record Apart(ClusterId first, ClusterId second) {
        public Apart {
            if (first.compareTo(second) >= 0) {
                throw new IllegalArgumentException("a cluster can't be apart from itself: " + first + ", " + second);
            }
        }

        /** The pair, whichever comes first. */
        public static Apart of(ClusterId one, ClusterId other) {
            return one.compareTo(other) < 0 ? new Apart(one, other) : new Apart(other, one);
        }

        boolean names(ClusterId cluster) {
            return first.equals(cluster) || second.equals(cluster);
        }

        ClusterId other(ClusterId cluster) {
            return first.equals(cluster) ? second : first;
        }
    }
}
