package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.ApiKeys;
import dev.flotsam.triage.access.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of API keys does. */
public abstract class ApiKeysContract {
    private static final ApiKey CI = new ApiKey(
            ApiKey.hashOf("secret 1"), "CI", Set.of(Role.UPLOAD, Role.SYMBOLS), Set.of("com.example.buoy"), UPLOADED);
    private static final ApiKey TEAM =
            new ApiKey(ApiKey.hashOf("secret 2"), "", Set.of(Role.ADMIN), Set.of(ApiKey.EVERY_APP), UPLOADED);

    /** A store that holds nothing. */
    protected abstract ApiKeys emptyApiKeys();

    @Test
    void aKeyIsFoundByItsHashAndComesBackAsItWas() {
        ApiKeys keys = emptyApiKeys();
        keys.put(CI);
        keys.put(TEAM);
        assertThat(keys.find(CI.hash())).contains(CI);
        assertThat(keys.find(TEAM.hash())).contains(TEAM);
        assertThat(keys.find(ApiKey.hashOf("another"))).isEmpty();
        assertThat(keys.all()).containsExactlyInAnyOrder(CI, TEAM);
    }

    @Test
    void aKeyThatSeesNothingAndMayNothingStaysSo() {
        ApiKeys keys = emptyApiKeys();
        ApiKey nobody = new ApiKey(ApiKey.hashOf("secret 3"), "nobody", Set.of(), Set.of(), UPLOADED);
        keys.put(nobody);
        assertThat(keys.find(nobody.hash())).contains(nobody);
    }

    @Test
    void aRevokedKeyIsGoneAndStaysGone() {
        ApiKeys keys = emptyApiKeys();
        keys.put(CI);
        keys.revoke(CI.hash());
        keys.revoke(CI.hash());
        assertThat(keys.find(CI.hash())).isEmpty();
        assertThat(keys.all()).isEmpty();
    }
}
