package dev.flotsam.contracts.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.portrait.Portraits;
import org.junit.jupiter.api.Test;

/** What every store of portraits' answers does. */
public abstract class PortraitsContract {
    private static final ReportId PORTRAIT = ReportBuilder.idOf("portrait");

    /** A store that holds nothing. */
    protected abstract Portraits noPortraits();

    @Test
    void an_answer_comes_back_as_it_was_kept_and_again_changes_nothing() {
        Portraits portraits = noPortraits();
        String json = "{\"nodes\":3,\"class\":\"灯台 <b>\\u0000\"}";
        assertThat(portraits.find(PORTRAIT)).isEmpty();
        portraits.put(PORTRAIT, json);
        portraits.put(PORTRAIT, json);
        assertThat(portraits.find(PORTRAIT)).contains(json);
        assertThat(portraits.find(ReportBuilder.idOf("another"))).isEmpty();
    }
}
