package dev.flotsam.aws.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.port.SecretsContract;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.alert.Secrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.ParameterType;

final class SsmSecretsTest extends SecretsContract {
    private static final String NAME = "/flotsam/hooks/team1/url";
    private static final String VALUE = "https://hooks.example/services/verysecret";

    private final StoredParameters parameters = new StoredParameters();
    private final FakeClock clock = new FakeClock(Instant.parse("2026-03-02T09:15:00Z"));
    private final SsmSecrets secrets = new SsmSecrets(parameters, clock);

    @Override
    protected Secrets noSecrets() {
        return secrets;
    }

    @Test
    void valuesAreStoredEncryptedReplacingOlderOnesAndReadDecrypted() {
        secrets.write(NAME, VALUE);
        secrets.read(NAME);

        assertThat(parameters.stored.get(NAME).type()).isEqualTo(ParameterType.SECURE_STRING);
        assertThat(parameters.stored.get(NAME).overwrite()).isTrue();
        assertThat(parameters.reads)
                .singleElement()
                .extracting(GetParameterRequest::withDecryption)
                .isEqualTo(true);
    }

    @Test
    void aWarmFunctionAsksOnceInFiveMinutesSoARotationShowsAfterThat() {
        secrets.write(NAME, "old");
        secrets.read(NAME);
        new SsmSecrets(parameters, clock).write(NAME, "rotated elsewhere");
        clock.advance(SsmSecrets.FRESH.minusMillis(1));
        assertThat(secrets.read(NAME)).contains("old");
        assertThat(parameters.reads).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        assertThat(secrets.read(NAME)).contains("rotated elsewhere");
        assertThat(parameters.reads).hasSize(2);
    }

    @Test
    void whatIsAbsentIsAskedForAgainBecauseAHookMayJustHaveBeenCreated() {
        assertThat(secrets.read(NAME)).isEmpty();
        new SsmSecrets(parameters, clock).write(NAME, VALUE);

        assertThat(secrets.read(NAME)).contains(VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, CAPACITY",
        "ValidationException, DATA",
        "ParameterMaxVersionLimitExceeded, DATA",
        "AccessDeniedException, OURS"
    })
    void aRefusedWriteSaysWhyAndWhoHasToActButNeverTheValue(String code, Fault.Blame blame) {
        parameters.fail(StoredParameters.refusal(code, "1 validation error: Value '" + VALUE + "' is wrong"));

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> secrets.write(NAME, VALUE))
                .satisfies(fault -> {
                    assertThat(fault.blame()).isEqualTo(blame);
                    assertThat(fault.getMessage()).contains(NAME, code);
                    assertThat(trace(fault)).doesNotContain(VALUE);
                });
    }

    @Test
    void aStoreThatCannotBeReachedIsOursToLookAt() {
        parameters.fail(SdkClientException.create("connection refused"));

        for (Runnable call :
                new Runnable[] {() -> secrets.read(NAME), () -> secrets.write(NAME, VALUE), () -> secrets.delete(NAME)
                }) {
            assertThatExceptionOfType(Fault.class).isThrownBy(call::run).satisfies(fault -> {
                assertThat(fault.blame()).isEqualTo(Fault.Blame.OURS);
                assertThat(fault.getMessage()).contains(NAME, "connection refused");
                assertThat(trace(fault)).doesNotContain(VALUE);
            });
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
