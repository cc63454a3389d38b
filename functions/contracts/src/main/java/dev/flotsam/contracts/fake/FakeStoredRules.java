package dev.flotsam.contracts.fake;

import dev.flotsam.triage.rules.RulesOfApp;
import dev.flotsam.triage.rules.StoredRules;
import java.util.HashMap;
import java.util.Map;

/** Rules of apps in memory. */
public final class FakeStoredRules implements StoredRules {
    private final Map<String, RulesOfApp> apps = new HashMap<>();

    @Override
    public synchronized RulesOfApp find(String app) {
        return apps.getOrDefault(app, RulesOfApp.none(app));
    }

    @Override
    public synchronized boolean replace(RulesOfApp rules) {
        boolean isNext = find(rules.app()).revision() == rules.revision() - 1;
        if (isNext) {
            apps.put(rules.app(), rules);
        }
        return isNext;
    }
}
