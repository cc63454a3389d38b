package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.AlertsContract;
import dev.flotsam.triage.alert.Alerts;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoAlertsTest extends AlertsContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Alerts emptyAlerts() {
        return new DynamoAlerts(DYNAMO.emptyTable("Clusters"));
    }
}
