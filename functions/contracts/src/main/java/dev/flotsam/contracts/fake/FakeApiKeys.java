package dev.flotsam.contracts.fake;

import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.ApiKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** API keys in memory. */
public final class FakeApiKeys implements ApiKeys {
    private final Map<String, ApiKey> keys = new HashMap<>();

    @Override
    public synchronized Optional<ApiKey> find(String hash) {
        return Optional.ofNullable(keys.get(hash));
    }

    @Override
    public synchronized List<ApiKey> all() {
        return List.copyOf(keys.values());
    }

    @Override
    public synchronized void put(ApiKey key) {
        keys.put(key.hash(), key);
    }

    @Override
    public synchronized void revoke(String hash) {
        keys.remove(hash);
    }
}
