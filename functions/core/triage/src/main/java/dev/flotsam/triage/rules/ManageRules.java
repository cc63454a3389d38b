package dev.flotsam.triage.rules;

import dev.flotsam.signature.AppRuleset;
import dev.flotsam.signature.Ruleset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** What owners do with their app's rules. */
public final class ManageRules {
    /** Most bytes of an app's rules: those in force and those wanted fit into one item. */
    public static final int MOST_BYTES = 150_000;

    private final StoredRules stored;
    private final Clock clock;

    /** Over what is stored. */
    public ManageRules(StoredRules stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** An app's rules. */
    public RulesOfApp show(String app) {
        return stored.find(app);
    }

    /**
     * Wants rules; {@link AdoptRules} puts them in force.
     *
     * @param seen the revision that was looked at
     * @param json the app's rules, see {@link AppRuleset}; "{}" for the built-in ones
     * @param by label of the key
     * @return what stands now; empty if somebody else changed them meanwhile
     * @throws IllegalArgumentException naming place and reason
     */
    public Optional<RulesOfApp> want(String app, long seen, byte[] json, String by) {
        if (json.length > MOST_BYTES) {
            throw new IllegalArgumentException("$: " + json.length + " bytes, more than " + MOST_BYTES);
        }
        AppRuleset parsed = AppRuleset.parse(app, json);
        RulesOfApp standing = stored.find(app);
        if (standing.revision() != seen) {
            return Optional.empty();
        }
        RulesOfApp wanted = standing.wanting(parsed.json(), clock.instant(), by);
        return stored.replace(wanted) ? Optional.of(wanted) : Optional.empty();
    }

    /**
     * What an app's reports are signed by under given rules.
     *
     * @throws IllegalArgumentException naming place and reason
     */
    public static Ruleset ruleset(String app, String json) {
        return AppRuleset.parse(app, json.getBytes(StandardCharsets.UTF_8)).ruleset();
    }
}
