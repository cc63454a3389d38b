package dev.flotsam.triage.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Finds the key behind a presented secret. */
public final class Authenticate {
    /** A secret is 43 characters; longer ones are not even hashed. */
    private static final int LONGEST_SECRET = 200;

    private final ApiKeys keys;

    /** Over the stored keys. */
    public Authenticate(ApiKeys keys) {
        this.keys = keys;
    }

    /**
     * The key of {@code secret}. It is looked up by its hash, of which an attacker can't choose a prefix, and compared in
     * constant time.
     */
    public Optional<ApiKey> key(String secret) {
        if (secret.isEmpty() || secret.length() > LONGEST_SECRET) {
            return Optional.empty();
        }
        String hash = ApiKey.hashOf(secret);
        return keys.find(hash).filter(key -> MessageDigest.isEqual(bytes(key.hash()), bytes(hash)));
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
