package dev.flotsam.aws.ssm;

import dev.flotsam.aws.Faults;
import dev.flotsam.triage.alert.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Secrets as SecureString parameters. A warm function asks for each once in {@link #FRESH}. */
public final class SsmSecrets implements Secrets {
    /** How long a value is taken from memory: what a rotation may take to show. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private final SsmClient ssm;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Secrets behind {@code ssm}. */
    public SsmSecrets(SsmClient ssm, Clock clock) {
        this.ssm = ssm;
        this.clock = clock;
    }

    @Override
    public Optional<String> read(String name) {
        Known before = known.get(name);
        if (before != null && clock.instant().isBefore(before.read().plus(FRESH))) {
            return Optional.of(before.value());
        }
        try {
            String value = ssm.getParameter(request -> request.name(name).withDecryption(true))
                    .parameter()
                    .value();
            known.put(name, new Known(value, clock.instant()));
            return Optional.of(value);
        } catch (ParameterNotFoundException absent) {
            return Optional.empty();
        } catch (SdkException failure) {
            throw Faults.of("read parameter " + name, failure);
        }
    }

    /** What the store says of a value it refuses may repeat the value: only the error's code is passed on. */
    @Override
    public void write(String name, String value) {
        try {
            ssm.putParameter(request -> request.name(name)
                    .value(value)
                    .type(ParameterType.SECURE_STRING)
                    .overwrite(true));
            known.remove(name);
        } catch (SdkException failure) {
            throw Faults.ofSecret("store parameter " + name, failure);
        }
    }

    @Override
    public void delete(String name) {
        known.remove(name);
        try {
            ssm.deleteParameter(request -> request.name(name));
        } catch (ParameterNotFoundException gone) {
            return;
        } catch (SdkException failure) {
            throw Faults.of("delete parameter " + name, failure);
        }
    }

    private record Known(String value, Instant read) {
        @Override
        public String toString() {
            return "a value read at " + read;
        }
    }
}
