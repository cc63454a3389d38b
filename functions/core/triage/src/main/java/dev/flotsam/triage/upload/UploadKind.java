package dev.flotsam.triage.upload;

import dev.flotsam.triage.access.Role;
import java.util.Locale;

/** What an upload is said to be. Content decides afterwards: a misplaced report is handed to the right function. */
public enum UploadKind {
    CRASHES(Role.UPLOAD, 100L << 20),
    MEMORY(Role.UPLOAD, 512L << 20),
    SYMBOLS(Role.SYMBOLS, 2L << 30);

    private final Role role;
    private final long mostBytes;

    UploadKind(Role role, long mostBytes) {
        this.role = role;
        this.mostBytes = mostBytes;
    }

    /** Who may upload it. */
    public Role role() {
        return role;
    }

    /** Bytes of one upload. */
    public long mostBytes() {
        return mostBytes;
    }

    /** As requests write it; also where in the bucket it goes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word}. */
    public static UploadKind parse(String word) {
        for (UploadKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind: crashes, memory or symbols, not \"" + word + "\"");
    }
}
