package dev.flotsam.aws;

import dev.flotsam.triage.Fault;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** The one place that tells who has to act when an AWS call fails. */
public final class Faults {
    private static final Set<String> DATA = Set.of(
            "ValidationException", "ItemCollectionSizeLimitExceededException", "ParameterMaxVersionLimitExceeded");
    private static final Set<String> CAPACITY = Set.of(
            "ProvisionedThroughputExceededException",
            "ThrottlingException",
            "RequestLimitExceeded",
            "LimitExceededException",
            "TooManyUpdates",
            "TransactionConflictException",
            "SlowDown");

    private Faults() {}

    /** The fault behind a failed call; {@code what} names the action and its object, never a secret. */
    public static Fault of(String what, SdkException failure) {
        if (failure instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            String code = service.awsErrorDetails().errorCode();
            String message =
                    what + ": " + code + ": " + service.awsErrorDetails().errorMessage();
            return new Fault(blame(String.valueOf(code)), message, failure);
        }
        return new Fault(Fault.Blame.OURS, what + ": " + failure.getMessage(), failure);
    }

    /** The same where the service's message may repeat a secret that was sent: only its code is passed on. */
    public static Fault ofSecret(String what, SdkException failure) {
        if (failure instanceof AwsServiceException service) {
            String code = service.awsErrorDetails() == null
                    ? "no code"
                    : service.awsErrorDetails().errorCode();
            return new Fault(blame(String.valueOf(code)), what + ": " + code, null);
        }
        return of(what, failure);
    }

    private static Fault.Blame blame(String code) {
        if (DATA.contains(code)) {
            return Fault.Blame.DATA;
        }
        return CAPACITY.contains(code) ? Fault.Blame.CAPACITY : Fault.Blame.OURS;
    }
}
