package dev.flotsam.memory.verdict;

import java.util.List;
import java.util.Objects;

/**
 * Why a process ended, with the evidence: nobody has to believe it.
 *
 * @param ending the class
 * @param confidence 0 to 1: how sure, given the facts; 0 for {@link Ending#UNKNOWN}
 * @param rules the rules that fired, in order; the last one decided
 * @param overturnedBy facts that would change the class if they arrived later
 * @param others what other clients' rules would have said about the same record
 * @param missing facts that the record lacks and a firmer verdict needs
 */
public record Verdict(
        Ending ending,
        double confidence,
        List<FiredRule> rules,
        List<String> overturnedBy,
        List<OtherAnswer> others,
        List<String> missing) {
    public Verdict {
        Objects.requireNonNull(ending, "ending");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, not " + confidence);
        }
        rules = List.copyOf(rules);
        overturnedBy = List.copyOf(overturnedBy);
        others = List.copyOf(others);
        missing = List.copyOf(missing);
    }

    /** The deciding rule's finding. */
    public String reason() {
        return rules.isEmpty() ? "no rule fired" : rules.getLast().finding();
    }
}
