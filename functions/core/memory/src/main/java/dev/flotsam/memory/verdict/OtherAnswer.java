package dev.flotsam.memory.verdict;

import java.util.Objects;

/**
 * What another client's published rules say about the same facts.
 *
 * @param client whose rules, such as "sentry-cocoa"
 * @param answer in that client's words, such as "watchdog termination (OOM)" or "no verdict"
 * @param because the fact that decided it there
 */
public record OtherAnswer(String client, String answer, String because) {
    public OtherAnswer {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(because, "because");
    }
}
