package dev.flotsam.local.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The four calls of the Runtime API. HttpURLConnection, because it costs a cold start the least. */
final class RuntimeWire {
    private final String root;

    /** @param api host and port, as {@code AWS_LAMBDA_RUNTIME_API} gives them */
    RuntimeWire(String api) {
        this.root = "http://" + api + "/2018-06-01/runtime/";
    }

    InvocationEvent next() throws IOException {
        HttpURLConnection connection = open("invocation/next");
        byte[] payload;
        try (InputStream body = connection.getInputStream()) {
            payload = body.readAllBytes();
        }
        return new InvocationEvent(
                connection.getHeaderField("Lambda-Runtime-Aws-Request-Id"),
                connection.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"),
                connection.getHeaderFieldLong("Lambda-Runtime-Deadline-Ms", 0),
                payload);
    }

    void response(String id, byte[] payload) throws IOException {
        post("invocation/" + id + "/response", payload, "");
    }

    void error(String id, ThrownError error) throws IOException {
        post("invocation/" + id + "/error", error.json().getBytes(StandardCharsets.UTF_8), error.type());
    }

    void initError(ThrownError error) throws IOException {
        post("init/error", error.json().getBytes(StandardCharsets.UTF_8), error.type());
    }

    private void post(String path, byte[] body, String errorType) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        if (!errorType.isEmpty()) {
            connection.setRequestProperty("Lambda-Runtime-Function-Error-Type", errorType);
        }
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        try (InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (answer != null) {
                answer.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create(root + path).toURL().openConnection();
    }
}
