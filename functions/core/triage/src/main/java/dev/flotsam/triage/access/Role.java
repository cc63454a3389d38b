package dev.flotsam.triage.access;

import java.util.Locale;

/** What a key may do. Roles don't include one another, but for {@link #ADMIN}, which may do everything. */
public enum Role {
    /** Upload reports. */
    UPLOAD,
    /** Upload symbols. */
    SYMBOLS,
    /** Read clusters and reports. */
    READ,
    /** Change states, merge, split, replace symbols. */
    TRIAGE,
    /** Keys, hooks, replays, and all of the above. */
    ADMIN;

    /** As keys and documents write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word}. */
    public static Role parse(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no role \"" + word + "\": upload, symbols, read, triage or admin");
    }
}
