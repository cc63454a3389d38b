package dev.flotsam.bench.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Groups stacks with equal keys. */
final class KeyMethod implements GroupingMethod {
    private final Function<LabelledStack, String> key;
    private final Map<String, Map<String, Integer>> clusters = new HashMap<>();

    KeyMethod(Function<LabelledStack, String> key) {
        this.key = key;
    }

    /** The first frames as they came, compared exactly. */
    static KeyMethod ofTopFrames(int count) {
        return new KeyMethod(stack -> {
            List<String> frames = stack.rawFrames();
            return String.join("\n", frames.subList(0, Math.min(count, frames.size())));
        });
    }

    @Override
    public List<Ranked> rank(LabelledStack stack) {
        List<Ranked> ranked = new ArrayList<>();
        clusters.getOrDefault(key.apply(stack), Map.of())
                .forEach((cluster, members) -> ranked.add(new Ranked(cluster, 1.0 + members)));
        ranked.sort((a, b) -> Double.compare(b.score(), a.score()));
        return ranked;
    }

    @Override
    public void learn(String cluster, LabelledStack stack) {
        clusters.computeIfAbsent(key.apply(stack), words -> new LinkedHashMap<>())
                .merge(cluster, 1, Integer::sum);
    }

    @Override
    public double threshold() {
        return 1;
    }
}
