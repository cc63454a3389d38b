package dev.flotsam.triage.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * An app's own rules.
 *
 * @param app bundle identifier
 * @param revision starts at 1, 0 where none are stored; every change is conditional on it
 * @param active in force, as JSON; "{}" for the built-in rules alone
 * @param pending wanted and not yet in force; empty if there are none
 * @param changed when somebody last changed them
 * @param by label of the key that asked for it
 * @param adopted when those in force were put in force; empty for the built-in rules
 */
public record RulesOfApp(
        String app,
        long revision,
        String active,
        Optional<String> pending,
        Instant changed,
        String by,
        Optional<Instant> adopted) {
    /** The built-in rules alone. */
    public static final String BUILT_IN = "{}";

    /** Of an app whose owner added nothing. */
    public static RulesOfApp none(String app) {
        return new RulesOfApp(app, 0, BUILT_IN, Optional.empty(), Instant.EPOCH, "", Optional.empty());
    }

    /** What its owner wants: pending rules, else those in force. */
    public String wanted() {
        return pending.orElse(active);
    }

    RulesOfApp wanting(String json, Instant now, String who) {
        return new RulesOfApp(app, revision + 1, active, Optional.of(json), now, who, adopted);
    }

    /** What was wanted is in force. */
    RulesOfApp inForce(Instant now) {
        return new RulesOfApp(app, revision + 1, wanted(), Optional.empty(), changed, by, Optional.of(now));
    }
}
