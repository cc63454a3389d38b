package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.rules.ManageRules;
import dev.flotsam.triage.rules.RulesOfApp;
import dev.flotsam.triage.rules.StoredRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of apps' rules does. */
public abstract class StoredRulesContract {
    /** A store that holds nothing. */
    protected abstract StoredRules emptyRules();

    @Test
    void anAppWhoseOwnerAddedNothingHasTheBuiltInRules() {
        assertThat(emptyRules().find(APP)).isEqualTo(RulesOfApp.none(APP));
    }

    @Test
    void rulesComeBackAsTheyWereStored() {
        StoredRules stored = emptyRules();
        RulesOfApp first = rules(1, Optional.of("{\"lists\":{\"main\":[\"灯台\"]}}"), Optional.empty());
        RulesOfApp second = rules(2, Optional.empty(), Optional.of(UPLOADED.plusSeconds(5)));
        assertThat(stored.replace(first)).isTrue();
        assertThat(stored.find(APP)).isEqualTo(first);
        assertThat(stored.replace(second)).isTrue();
        assertThat(stored.find(APP)).isEqualTo(second);
        assertThat(stored.find("com.example.buoy").revision()).isZero();
    }

    @Test
    void theLongestRulesFit() {
        StoredRules stored = emptyRules();
        String longest = "x".repeat(ManageRules.MOST_BYTES);
        RulesOfApp both = new RulesOfApp(APP, 1, longest, Optional.of(longest), UPLOADED, "ada", Optional.empty());
        assertThat(stored.replace(both)).isTrue();
        assertThat(stored.find(APP)).isEqualTo(both);
    }

    @Test
    void ofManyWhoWriteAtOnceOneIsHeard() throws Exception {
        StoredRules stored = emptyRules();
        List<Boolean> heard =
                Racing.all(8, number -> stored.replace(rules(1, Optional.of("{" + number + "}"), Optional.empty())));
        assertThat(heard).containsOnlyOnce(true);
        assertThat(stored.find(APP).pending()).contains("{" + heard.indexOf(true) + "}");
        assertThat(stored.replace(rules(3, Optional.empty(), Optional.empty()))).isFalse();
    }

    private static RulesOfApp rules(long revision, Optional<String> pending, Optional<java.time.Instant> adopted) {
        return new RulesOfApp(APP, revision, "{\"rules\":{}}", pending, UPLOADED, "ada", adopted);
    }
}
