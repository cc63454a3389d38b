package dev.flotsam.triage.alert;

import java.util.List;
import java.util.Optional;

/** Stored hooks. */
public interface Hooks {

    /** All hooks, oldest first; a change may take a moment to show. */
    List<Hook> all();

    /** The hook, read consistently. */
    Optional<Hook> find(HookId id);

    /** Stores a hook. */
    void put(Hook hook);

    /** Drops a hook; again changes nothing. */
    void delete(HookId id);
}
