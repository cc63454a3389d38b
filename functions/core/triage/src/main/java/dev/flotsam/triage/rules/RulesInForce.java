package dev.flotsam.triage.rules;

import dev.flotsam.signature.Ruleset;
import dev.flotsam.triage.decide.Recent;
import java.time.Clock;
import java.util.function.Function;

/** The rules that an app's reports are signed by. Read once in {@link Recent#KEPT} per app. */
public final class RulesInForce implements Function<String, Ruleset> {
    private final Ruleset builtIn = Ruleset.builtIn();
    private final Function<String, Ruleset> recent;

    /** Over what is stored. */
    public RulesInForce(StoredRules stored, Clock clock) {
        this.recent = new Recent<>(app -> parsed(stored.find(app)), clock);
    }

    @Override
    public Ruleset apply(String app) {
        return app.isEmpty() ? builtIn : recent.apply(app);
    }

    private Ruleset parsed(RulesOfApp rules) {
        return rules.active().equals(RulesOfApp.BUILT_IN) ? builtIn : ManageRules.ruleset(rules.app(), rules.active());
    }
}
