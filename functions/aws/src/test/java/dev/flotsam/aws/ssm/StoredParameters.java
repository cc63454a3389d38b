package dev.flotsam.aws.ssm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DeleteParameterRequest;
import software.amazon.awssdk.services.ssm.model.DeleteParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;
import software.amazon.awssdk.services.ssm.model.PutParameterResponse;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** A parameter store in memory that keeps what it was asked, and fails when told to. */
final class StoredParameters implements SsmClient {
    final Map<String, PutParameterRequest> stored = new TreeMap<>();
    final List<GetParameterRequest> reads = new ArrayList<>();
    private SdkException failure;

    /** Every call fails so from now on. */
    void fail(SdkException how) {
        failure = how;
    }

    /** What the service answers to a request it refuses. */
    static SsmException refusal(String code, String message) {
        return (SsmException) SsmException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    @Override
    public GetParameterResponse getParameter(GetParameterRequest request) {
        failIfTold();
        reads.add(request);
        PutParameterRequest found = find(request.name());
        return GetParameterResponse.builder()
                .parameter(Parameter.builder()
                        .name(found.name())
                        .value(found.value())
                        .build())
                .build();
    }

    @Override
    public PutParameterResponse putParameter(PutParameterRequest request) {
        failIfTold();
        stored.put(request.name(), request);
        return PutParameterResponse.builder().build();
    }

    @Override
    public DeleteParameterResponse deleteParameter(DeleteParameterRequest request) {
        failIfTold();
        stored.remove(find(request.name()).name());
        return DeleteParameterResponse.builder().build();
    }

    private PutParameterRequest find(String name) {
        PutParameterRequest found = stored.get(name);
        if (found == null) {
            throw ParameterNotFoundException.builder().message(name).build();
        }
        return found;
    }

    private void failIfTold() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
