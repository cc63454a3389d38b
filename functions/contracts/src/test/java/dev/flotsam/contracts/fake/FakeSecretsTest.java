package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.SecretsContract;
import dev.flotsam.triage.alert.Secrets;

final class FakeSecretsTest extends SecretsContract {
    @Override
    protected Secrets noSecrets() {
        return new FakeSecrets();
    }
}
