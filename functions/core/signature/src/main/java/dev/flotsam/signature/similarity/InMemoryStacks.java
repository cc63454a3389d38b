package dev.flotsam.signature.similarity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stacks of one process: for replays, benchmarks and tests. Not safe for concurrent writes. */
public final class InMemoryStacks implements StackMemory {
    private final Map<String, Long> frequencies = new HashMap<>();
    private final Map<String, Deque<String>> postings = new HashMap<>();
    private final Map<String, List<List<String>>> examples = new HashMap<>();
    private final Map<String, Set<String>> posted = new HashMap<>();
    private long stacks;

    @Override
    public long stacks() {
        return stacks;
    }

    @Override
    public Map<String, Long> frequencies(Collection<String> frames) {
        Map<String, Long> found = new HashMap<>();
        for (String frame : frames) {
            Long count = frequencies.get(frame);
            if (count != null) {
                found.put(frame, count);
            }
        }
        return found;
    }

    @Override
    public List<String> clustersWith(String frame, int atMost) {
        List<String> clusters = new ArrayList<>();
        for (String cluster : postings.getOrDefault(frame, new ArrayDeque<>())) {
            if (clusters.size() == atMost) {
                break;
            }
            clusters.add(cluster);
        }
        return clusters;
    }

    @Override
    public Map<String, List<List<String>>> examples(Collection<String> clusters) {
        Map<String, List<List<String>>> found = new HashMap<>();
        for (String cluster : clusters) {
            List<List<String>> kept = examples.get(cluster);
            if (kept != null) {
                found.put(cluster, List.copyOf(kept));
            }
        }
        return found;
    }

    @Override
    public void remember(String cluster, List<String> frames, int atMost) {
        stacks++;
        Set<String> distinct = new LinkedHashSet<>(frames);
        distinct.forEach(frame -> frequencies.merge(frame, 1L, Long::sum));
        List<List<String>> kept = examples.computeIfAbsent(cluster, id -> new ArrayList<>());
        if (kept.size() < atMost && !kept.contains(frames)) {
            kept.add(List.copyOf(frames));
            Set<String> known = posted.computeIfAbsent(cluster, id -> new HashSet<>());
            for (String frame : distinct) {
                if (known.add(frame)) {
                    postings.computeIfAbsent(frame, key -> new ArrayDeque<>()).addFirst(cluster);
                }
            }
        }
    }
}
