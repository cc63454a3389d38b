package dev.flotsam.local.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterServerTest {
    @TempDir
    Path folder;

    private ParameterServer server;

    @BeforeEach
    void start() throws IOException {
        server = ParameterServer.start(folder.resolve("parameters.json"), Map.of("/initial", "unset"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aParameterIsPutReadReplacedAndDeleted() throws Exception {
        assertThat(call("PutParameter", "{'Name':'/a','Type':'SecureString','Value':'s'}")
                        .path("Version")
                        .asInt())
                .isEqualTo(1);
        JsonNode parameter =
                call("GetParameter", "{'Name':'/a','WithDecryption':true}").path("Parameter");
        assertThat(parameter.path("Value").asText()).isEqualTo("s");
        assertThat(parameter.path("Type").asText()).isEqualTo("SecureString");
        assertThat(parameter.path("ARN").asText()).endsWith(":parameter/a");
        assertThat(call("PutParameter", "{'Name':'/a','Value':'t'}")
                        .path("__type")
                        .asText())
                .isEqualTo("ParameterAlreadyExists");
        assertThat(call("PutParameter", "{'Name':'/a','Value':'t','Overwrite':true}")
                        .path("Version")
                        .asInt())
                .isEqualTo(2);
        call("DeleteParameter", "{'Name':'/a'}");
        assertThat(call("GetParameter", "{'Name':'/a'}").path("__type").asText())
                .isEqualTo("ParameterNotFound");
        assertThat(call("DeleteParameter", "{'Name':'/a'}").path("__type").asText())
                .isEqualTo("ParameterNotFound");
    }

    @Test
    void severalAreReadAtOnce() throws Exception {
        JsonNode found = call("GetParameters", "{'Names':['/initial','/missing']}");
        assertThat(found.path("Parameters").path(0).path("Value").asText()).isEqualTo("unset");
        assertThat(found.path("InvalidParameters").path(0).asText()).isEqualTo("/missing");
    }

    @Test
    void parametersSurviveARestartAndInitialValuesReplaceNothing() throws Exception {
        call("PutParameter", "{'Name':'/initial','Value':'mine','Overwrite':true}");
        server.close();
        start();
        assertThat(call("GetParameter", "{'Name':'/initial'}")
                        .path("Parameter")
                        .path("Value")
                        .asText())
                .isEqualTo("mine");
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("parameters.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anUnknownCallIsRefused() throws Exception {
        assertThat(call("LabelParameterVersion", "{}").path("__type").asText()).isEqualTo("UnknownOperationException");
    }

    private JsonNode call(String action, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.endpoint())
                .header("X-Amz-Target", "AmazonSSM." + action)
                .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        JsonNode answer = new JsonMapper().readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(answer.has("__type") ? 400 : 200);
        return answer;
    }
}
