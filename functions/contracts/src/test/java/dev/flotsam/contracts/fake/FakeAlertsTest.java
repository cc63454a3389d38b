package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.AlertsContract;
import dev.flotsam.triage.alert.Alerts;

final class FakeAlertsTest extends AlertsContract {
    @Override
    protected Alerts emptyAlerts() {
        return new FakeAlerts();
    }
}
