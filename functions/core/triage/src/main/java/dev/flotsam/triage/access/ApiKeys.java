package dev.flotsam.triage.access;

import java.util.List;
import java.util.Optional;

/** Stored API keys. */
public interface ApiKeys {

    /** The key of that hash, read consistently: a revoked key is gone at once. */
    Optional<ApiKey> find(String hash);

    /** All keys, in no order. */
    List<ApiKey> all();

    /** Stores a key. */
    void put(ApiKey key);

    /** Revokes a key; again changes nothing. */
    void revoke(String hash);
}
