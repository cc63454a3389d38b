package dev.flotsam.memory.verdict;

import java.util.List;
import java.util.Objects;

/**
 * A rule that had something to say, and what it looked at.
 *
 * @param rule the rule's stable name, such as "own-limit"
 * @param finding what it concluded, one sentence
 * @param facts the facts it used
 */
public record FiredRule(String rule, String finding, List<Fact> facts) {
    public FiredRule {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(finding, "finding");
        facts = List.copyOf(facts);
    }
}
