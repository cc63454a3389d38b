package dev.flotsam.triage.alert;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Something people should hear of, once.
 *
 * @param kind what happened
 * @param cluster where
 * @param app whose app
 * @param episode which time, "1" for what can happen once only
 * @param raised when
 */
public record Alert(Kind kind, ClusterId cluster, String app, String episode, Instant raised) {

    /** What happened. */
    public enum Kind {
        NEW_CLUSTER("new-cluster");

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

    /** The webhook id of this event: the same whenever it is sent, so that receivers can drop repeats. */
    public String messageId() {
        String key = kind.word + "\n" + cluster.value() + "\n" + episode;
        return "msg_"
                + Digest.hex(Digest.sha256(key.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, 32);
    }
}
