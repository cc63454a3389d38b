package dev.flotsam.triage.rules;

/** Stored rules of apps. */
public interface StoredRules {

    /** An app's rules, read consistently; {@link RulesOfApp#none} where its owner added none. */
    RulesOfApp find(String app);

    /**
     * Replaces revision {@code rules.revision() - 1}, or stores the first one. Atomic.
     *
     * @return false if another revision stands: read again
     */
    boolean replace(RulesOfApp rules);
}
