package dev.flotsam.triage.access;

import dev.flotsam.triage.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/**
 * A key as it is stored: its secret is not in it.
 *
 * @param hash SHA-256 of the secret, 64 hex digits
 * @param label what people call it
 * @param roles what it may do
 * @param apps whose data it sees; {@link #EVERY_APP} for all
 * @param created when
 */
public record ApiKey(String hash, String label, Set<Role> roles, Set<String> apps, Instant created) {
    /** Stands for all apps. */
    public static final String EVERY_APP = "*";

    public ApiKey {
        roles = Set.copyOf(roles);
        apps = Set.copyOf(apps);
    }

    /** How a secret is stored and looked up. */
    public static String hashOf(String secret) {
        return Digest.hex(Digest.sha256(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether it may act as {@code role}. */
    public boolean may(Role role) {
        return roles.contains(role) || roles.contains(Role.ADMIN);
    }

    /** Whether it sees {@code app}. */
    public boolean sees(String app) {
        return seesEveryApp() || apps.contains(app);
    }

    /** Whether it sees all apps. */
    public boolean seesEveryApp() {
        return apps.contains(EVERY_APP);
    }
}
