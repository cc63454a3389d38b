package dev.flotsam.contracts.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.alert.Secrets;
import org.junit.jupiter.api.Test;

/** What every store of secrets does for the process that writes. */
public abstract class SecretsContract {
    private static final String URL = "/flotsam/hooks/team1/url";
    private static final String SECRET = "/flotsam/hooks/team1/secret";

    /** A store without secrets. */
    protected abstract Secrets noSecrets();

    @Test
    void whatWasNeverWrittenIsAbsent() {
        assertThat(noSecrets().read(URL)).isEmpty();
    }

    @Test
    void valuesComeBackAsTheyWereWritten() {
        Secrets secrets = noSecrets();
        secrets.write(URL, "https://hooks.example/a?b=c&d=é");
        secrets.write(SECRET, "whsec_1");

        assertThat(secrets.read(URL)).contains("https://hooks.example/a?b=c&d=é");
        assertThat(secrets.read(SECRET)).contains("whsec_1");
    }

    @Test
    void whoWritesAgainReadsTheNewValueAtOnce() {
        Secrets secrets = noSecrets();
        secrets.write(SECRET, "old");
        secrets.read(SECRET);
        secrets.write(SECRET, "new");

        assertThat(secrets.read(SECRET)).contains("new");
    }

    @Test
    void whatIsDeletedIsAbsentAndDeletingAgainChangesNothing() {
        Secrets secrets = noSecrets();
        secrets.write(URL, "https://hooks.example/a");
        secrets.write(SECRET, "stays");
        secrets.read(URL);
        secrets.delete(URL);
        secrets.delete(URL);

        assertThat(secrets.read(URL)).isEmpty();
        assertThat(secrets.read(SECRET)).contains("stays");
    }
}
