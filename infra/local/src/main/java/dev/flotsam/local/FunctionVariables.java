package dev.flotsam.local;

import java.util.HashMap;
import java.util.Map;

/** What every function's process is told about its surroundings besides what the template says. */
final class FunctionVariables {
    private FunctionVariables() {}

    static Map<String, String> of(Endpoints endpoints) {
        Map<String, String> variables = new HashMap<>();
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_DEFAULT_REGION", "us-east-1");
        variables.put("AWS_ACCESS_KEY_ID", endpoints.credentials().accessKey());
        variables.put("AWS_SECRET_ACCESS_KEY", endpoints.credentials().secretKey());
        variables.put("AWS_ENDPOINT_URL_S3", endpoints.s3().toString());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamodb().toString());
        variables.put("AWS_ENDPOINT_URL_SSM", endpoints.parameters().toString());
        return variables;
    }
}
