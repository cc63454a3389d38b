package dev.flotsam.triage.decide;

import dev.flotsam.triage.Text;
import java.time.Instant;
import java.util.Optional;

/** What people want of a cluster. */
public sealed interface State {
    /** Longest version kept, UTF-8 bytes. */
    int VERSION_BYTES = 64;

    /** As the API writes it. */
    String word();

    /** Nobody has dealt with it. */
    record Open() implements State {
        @Override
        public String word() {
            return "open";
        }
    }

    /**
     * Done. A report of a newer version says otherwise.
     *
     * @param version the last version that still had it, or the one that has it no more; empty if no version is known
     */
    record Resolved(String version) implements State {
        public Resolved {
            version = Text.bound(version, VERSION_BYTES).strip();
        }

        @Override
        public String word() {
            return "resolved";
        }
    }

    /**
     * Not worth anybody's time.
     *
     * @param until it is open again from then on; empty for good
     */
    record Ignored(Optional<Instant> until) implements State {
        @Override
        public String word() {
            return "ignored";
        }
    }
}
