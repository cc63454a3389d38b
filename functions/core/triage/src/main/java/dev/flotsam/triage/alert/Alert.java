package dev.flotsam.triage.alert;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Something people should hear of, once.
 *
 * @param kind what happened
 * @param cluster where
 * @param app whose app
 * @param episode which time, "1" for what can happen once only
 * @param raised when
 * @param target of a correction: where most of the cluster's reports are now
 * @param versions of a regression
 */
public record Alert(
        Kind kind,
        ClusterId cluster,
        String app,
        String episode,
        Instant raised,
        Optional<ClusterId> target,
        Optional<Versions> versions) {

    /** An alert about one cluster alone. */
    public Alert(Kind kind, ClusterId cluster, String app, String episode, Instant raised) {
        this(kind, cluster, app, episode, raised, Optional.empty(), Optional.empty());
    }

    /** What happened. */
    public enum Kind {
        /** A cluster's first report was absorbed. */
        NEW_CLUSTER("new-cluster"),
        /** Symbols arrived, and reports of a cluster turned out to be another's. */
        CORRECTION("correction"),
        /** A resolved cluster was seen again in a newer version. */
        REGRESSION("regression"),
        /** Someone wants to see that a hook works; goes to that hook only. */
        HOOK_TEST("hook-test");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As messages and keys write it. */
        public String word() {
            return word;
        }

        /** Reads {@link #word}. */
        public static Kind parse(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no alert kind \"" + word + "\"");
        }
    }

    /** The one correction about a cluster. */
    public static Alert correction(ClusterId cluster, String app, ClusterId target, Instant raised) {
        return new Alert(Kind.CORRECTION, cluster, app, "1", raised, Optional.of(target), Optional.empty());
    }

    /** The one regression of a resolution. */
    public static Alert regression(String app, Decided.Regression regression, Instant raised) {
        return new Alert(
                Kind.REGRESSION,
                regression.cluster(),
                app,
                Long.toString(regression.since().toEpochMilli()),
                raised,
                Optional.empty(),
                Optional.of(new Versions(regression.resolved(), regression.seen())));
    }

    /** A test message for one hook. It has no cluster; its app is the hook. */
    public static Alert hookTest(HookId hook, Instant asked) {
        String episode = Long.toString(asked.toEpochMilli());
        return new Alert(Kind.HOOK_TEST, ClusterId.of("hook", hook.value()), hook.value(), episode, asked);
    }

    /**
     * What contradicts a resolution.
     *
     * @param resolved version that the cluster was resolved in
     * @param seen a newer one that has it again
     */
    public record Versions(String resolved, String seen) {}

    /** Whether it only shows that a hook works. */
    public boolean isTest() {
        return kind == Kind.HOOK_TEST;
    }

    /** The webhook id of this event: the same whenever it is sent, so that receivers can drop repeats. */
    public String messageId() {
        String key = kind.word + "\n" + cluster.value() + "\n" + episode;
        return "msg_"
                + Digest.hex(Digest.sha256(key.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, 32);
    }
}
