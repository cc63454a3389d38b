package dev.flotsam.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiTest {
    @Test
    void aChangeNamesTheRevisionItWasMadeOf() throws Exception {
        JsonNode body = new JsonMapper().readTree("{\"state\":\"resolved\"}");
        try (AnsweringApi answering = new AnsweringApi(200, "{\"revision\":4}")) {
            JsonNode answer = answering.api().patch("/v1/clusters/a", 3, body);
            assertThat(answer.path("revision").asInt()).isEqualTo(4);
            assertThat(answering.asked()).containsExactly("PATCH /v1/clusters/a If-Match 3 {\"state\":\"resolved\"}");
        }
    }

    @Test
    void aRefusalIsToldInTheApisWords() throws Exception {
        String problem = "{\"title\":\"Somebody else changed it\",\"detail\":\"revision 4 stands now\"}";
        try (AnsweringApi answering = new AnsweringApi(412, problem)) {
            assertThatThrownBy(() -> answering.api().getJson("/v1/clusters/a"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Somebody else changed it. revision 4 stands now");
        }
    }

    @Test
    void whatAPersonTypesIsOneSegment() {
        assertThat(Api.segment("a/b ?ü")).isEqualTo("a%2Fb%20%3F%C3%BC");
    }
}
