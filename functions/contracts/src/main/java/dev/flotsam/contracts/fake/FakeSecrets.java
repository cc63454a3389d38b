package dev.flotsam.contracts.fake;

import dev.flotsam.triage.alert.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets in memory. */
public final class FakeSecrets implements Secrets {
    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public void write(String name, String value) {
        values.put(name, value);
    }

    @Override
    public void delete(String name) {
        values.remove(name);
    }
}
