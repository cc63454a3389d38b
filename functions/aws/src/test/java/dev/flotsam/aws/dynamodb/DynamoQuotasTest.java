package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.QuotasContract;
import dev.flotsam.triage.upload.Quotas;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoQuotasTest extends QuotasContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Quotas emptyQuotas() {
        return new DynamoQuotas(DYNAMO.emptyTable("Clusters"));
    }
}
