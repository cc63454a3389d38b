package dev.flotsam.signature;

import java.util.Objects;

/**
 * One change that one rule made, so that every signature explains itself.
 *
 * @param rule the rule's name, as in docs/signature-rules.md
 * @param before what the rule found
 * @param after what it left; empty if it removed something
 */
public record Note(String rule, String before, String after) {
    public Note {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
