package dev.flotsam.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ApiTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    void aChangeNamesTheRevisionItWasMadeOf() throws Exception {
        JsonNode body = new JsonMapper().readTree("{\"state\":\"resolved\"}");
        JsonNode answer = answering(200, "{\"revision\":4}", api -> api.patch("/v1/clusters/a", 3, body));
        assertThat(answer.path("revision").asInt()).isEqualTo(4);
        assertThat(seen).containsExactly("PATCH /v1/clusters/a If-Match 3 {\"state\":\"resolved\"}");
    }

    @Test
    void aRefusalIsToldInTheApisWords() {
        assertThatThrownBy(() -> answering(
                        412,
                        "{\"title\":\"Somebody else changed it\",\"detail\":\"revision 4 stands now\"}",
                        api -> api.getJson("/v1/clusters/a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Somebody else changed it. revision 4 stands now");
    }

    @Test
    void whatAPersonTypesIsOneSegment() {
        assertThat(Api.segment("a/b ?ü")).isEqualTo("a%2Fb%20%3F%C3%BC");
    }

    private JsonNode answering(int status, String body, Call call) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " If-Match "
                    + exchange.getRequestHeaders().getFirst("If-Match") + " " + sent);
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            return call.on(new Api(new Deployment(url, "secret", Optional.empty())));
        } finally {
            server.stop(0);
        }
    }

    private interface Call {
        JsonNode on(Api api) throws IOException, InterruptedException;
    }
}
