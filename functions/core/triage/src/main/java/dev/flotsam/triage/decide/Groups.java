package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which clusters of an app are shown as one: what people merged, and what moved when a signature changed. */
public final class Groups {
    private final LinkBook book;
    private final Map<ClusterId, ClusterId> moved = new HashMap<>();
    private final Map<ClusterId, List<ClusterId>> left = new HashMap<>();

    private Groups(LinkBook book, Map<ClusterId, Decision> decisions) {
        this.book = book;
        decisions
                .values()
                .forEach(decision -> decision.movedTo().ifPresent(to -> {
                    moved.put(decision.cluster(), to);
                    left.computeIfAbsent(to, target -> new ArrayList<>()).add(decision.cluster());
                }));
    }

    /** The groups that links and moves make. */
    public static Groups of(LinkBook book, Map<ClusterId, Decision> decisions) {
        return new Groups(book, decisions);
    }

    /** What people said. */
    public LinkBook book() {
        return book;
    }

    /** The cluster that stands for {@code cluster}. */
    public ClusterId head(ClusterId cluster) {
        Set<ClusterId> passed = new HashSet<>();
        ClusterId at = cluster;
        while (passed.add(at)) {
            at = book.head(moved.getOrDefault(at, at));
        }
        return at;
    }

    /** All clusters that are shown as {@code head}, itself first. */
    public List<ClusterId> members(ClusterId head) {
        Set<ClusterId> members = new LinkedHashSet<>(List.of(head));
        List<ClusterId> open = new ArrayList<>(members);
        while (!open.isEmpty()) {
            ClusterId at = open.removeLast();
            List<ClusterId> next = new ArrayList<>(left.getOrDefault(at, List.of()));
            if (book.head(at).equals(at)) {
                next.addAll(book.group(at));
            }
            next.stream()
                    .filter(other -> head(other).equals(head))
                    .filter(members::add)
                    .forEach(open::add);
        }
        return List.copyOf(members);
    }
}
