package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.QuotasContract;
import dev.flotsam.triage.upload.Quotas;

final class FakeQuotasTest extends QuotasContract {
    @Override
    protected Quotas emptyQuotas() {
        return new FakeQuotas();
    }
}
