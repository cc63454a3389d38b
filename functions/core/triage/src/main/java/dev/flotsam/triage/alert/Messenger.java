package dev.flotsam.triage.alert;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Posts one request to an address that someone outside chose. Waits a bounded time, follows no redirect. */
public interface Messenger {

    /** Posts once; never retries. What came back is told, never what it said. */
    Answer post(Request request);

    /**
     * A request. Its text form hides the address, which is a secret.
     *
     * @param url where to
     * @param headers besides the content type
     * @param body JSON
     */
    record Request(String url, Map<String, String> headers, String body) {
        public Request {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return "a request of " + body.length() + " characters";
        }
    }

    /** What came of it. */
    sealed interface Answer {
        /** Taken: 2xx. */
        record Taken() implements Answer {}

        /**
         * Not now: the same request may be taken later.
         *
         * @param reason in words, without address or secret
         * @param after how long the receiver asks to wait
         */
        record Later(String reason, Optional<Duration> after) implements Answer {}

        /**
         * This message is refused, others may be taken.
         *
         * @param reason in words, without address or secret
         */
        record Refused(String reason) implements Answer {}
    }
}
