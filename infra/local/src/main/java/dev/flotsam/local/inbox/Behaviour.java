package dev.flotsam.local.inbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How the inbox treats a webhook.
 *
 * @param kind ok, refuse, hang or close
 * @param status of the answer when refusing
 * @param retryAfter seconds, told with a 429; 0 for not
 * @param times how many webhooks it lasts; below 0 for all
 */
record Behaviour(Kind kind, int status, int retryAfter, int times) {
    enum Kind {
        OK,
        REFUSE,
        HANG,
        CLOSE
    }

    static final Behaviour WELL = new Behaviour(Kind.OK, 200, 0, -1);

    /** Reads {@code {"answer": 429 | 500 | "hang" | "close" | "ok", "retry_after": 3, "times": 2}}. */
    static Behaviour read(JsonNode json) {
        JsonNode answer = json.path("answer");
        int retryAfter = json.path("retry_after").asInt(0);
        int times = json.path("times").asInt(-1);
        if (answer.isInt() && answer.intValue() >= 200 && answer.intValue() <= 599) {
            Kind kind = answer.intValue() < 300 ? Kind.OK : Kind.REFUSE;
            return new Behaviour(kind, answer.intValue(), retryAfter, times);
        }
        return switch (answer.asText()) {
            case "ok" -> WELL;
            case "hang" -> new Behaviour(Kind.HANG, 0, 0, times);
            case "close" -> new Behaviour(Kind.CLOSE, 0, 0, times);
            default ->
                throw new IllegalArgumentException("answer has to be a status, ok, hang or close, not " + answer);
        };
    }

    /** What holds after one webhook. */
    Behaviour next() {
        if (times < 0) {
            return this;
        }
        return times <= 1 ? WELL : new Behaviour(kind, status, retryAfter, times - 1);
    }
}
