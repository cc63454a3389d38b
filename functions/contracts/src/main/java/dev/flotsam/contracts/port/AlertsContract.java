package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.alert.Decided;
import dev.flotsam.triage.alert.HookId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of alerts does. */
public abstract class AlertsContract {
    private static final ClusterId CLUSTER = ClusterId.of(APP, "Lantern.decode()");
    private static final HookId HOOK = new HookId("team1");
    private static final HookId OTHER = new HookId("ci");

    /** A store that holds nothing. */
    protected abstract Alerts emptyAlerts();

    @Test
    void anAlertIsRaisedOnceWhateverTheHour() {
        Alerts alerts = emptyAlerts();
        assertThat(alerts.raise(alert(CLUSTER, 0))).isTrue();
        assertThat(alerts.raise(alert(CLUSTER, 0))).isFalse();
        assertThat(alerts.raise(alert(CLUSTER, 500))).isFalse();
        assertThat(alerts.raise(alert(ClusterId.of(APP, "Buoy.drift()"), 0))).isTrue();
    }

    @Test
    void ofManyWhoRaiseAtOnceExactlyOneIsFirst() throws Exception {
        Alerts alerts = emptyAlerts();
        List<Boolean> answers = Racing.all(8, number -> alerts.raise(alert(CLUSTER, number)));
        assertThat(answers).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void eachHookIsToldForItselfAndTheFirstTimeStands() {
        Alerts alerts = emptyAlerts();
        Alert alert = alert(CLUSTER, 0);
        alerts.raise(alert);
        assertThat(alerts.told(alert)).isEmpty();
        alerts.markTold(alert, HOOK, UPLOADED.plusSeconds(1));
        alerts.markTold(alert, HOOK, UPLOADED.plusSeconds(9));
        alerts.markTold(alert, OTHER, UPLOADED.plusSeconds(5));
        assertThat(alerts.told(alert)).isEqualTo(Map.of(HOOK, UPLOADED.plusSeconds(1), OTHER, UPLOADED.plusSeconds(5)));
        assertThat(alerts.raise(alert)).isFalse();
        assertThat(alerts.told(alert)).hasSize(2);
    }

    @Test
    void nobodyIsToldOfWhatWasNeverRaised() {
        Alerts alerts = emptyAlerts();
        alerts.markTold(alert(CLUSTER, 0), HOOK, UPLOADED);
        assertThat(alerts.told(alert(CLUSTER, 0))).isEmpty();
        assertThat(alerts.raise(alert(CLUSTER, 0))).isTrue();
    }

    @Test
    void eachResolutionOfAClusterHasARegressionOfItsOwn() {
        Alerts alerts = emptyAlerts();
        assertThat(alerts.raise(regression(0))).isTrue();
        assertThat(alerts.raise(regression(0))).isFalse();
        assertThat(alerts.raise(regression(60))).isTrue();
        assertThat(alerts.raise(alert(CLUSTER, 0))).isTrue();
    }

    private static Alert regression(int resolved) {
        return Alert.regression(
                APP,
                new Decided.Regression(CLUSTER, "5.2", "5.3", UPLOADED.plusSeconds(resolved)),
                UPLOADED.plusSeconds(resolved + 9));
    }

    private static Alert alert(ClusterId cluster, int second) {
        return new Alert(Alert.Kind.NEW_CLUSTER, cluster, APP, "1", UPLOADED.plusSeconds(second));
    }
}
