package dev.flotsam.contracts.fake;

import dev.flotsam.signature.similarity.InMemoryStacks;
import dev.flotsam.signature.similarity.StackMemory;
import dev.flotsam.triage.similar.StackMemories;
import java.util.HashMap;
import java.util.Map;

/** Stacks in memory. */
public final class FakeStackMemories implements StackMemories {
    private final Map<String, StackMemory> apps = new HashMap<>();

    @Override
    public synchronized StackMemory of(String app) {
        return apps.computeIfAbsent(app, name -> new InMemoryStacks());
    }
}
