package dev.flotsam.contracts.fake;

import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.Hooks;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hooks in memory. */
public final class FakeHooks implements Hooks {
    private final Map<HookId, Hook> hooks = new LinkedHashMap<>();

    @Override
    public synchronized List<Hook> all() {
        return hooks.values().stream()
                .sorted(Comparator.comparing(Hook::created)
                        .thenComparing(hook -> hook.id().value()))
                .toList();
    }

    @Override
    public synchronized Optional<Hook> find(HookId id) {
        return Optional.ofNullable(hooks.get(id));
    }

    @Override
    public synchronized void put(Hook hook) {
        hooks.put(hook.id(), hook);
    }

    @Override
    public synchronized void delete(HookId id) {
        hooks.remove(id);
    }
}
