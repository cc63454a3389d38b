package dev.flotsam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SplitCommandTest {
    @Test
    void aPartIsAskedForUntilAllItsReportsAreThere() throws Exception {
        ObjectNode wanted = new JsonMapper().createObjectNode().put("os", "iOS 17");
        try (AnsweringApi answering = new AnsweringApi(
                200,
                "{\"clusters\":[\"part\"],\"moved\":100,\"next\":\"c1\"}",
                "{\"clusters\":[\"part\"],\"moved\":7,\"next\":null}")) {
            JsonNode split = SplitCommand.split(answering.api(), "whole", wanted);
            assertThat(split).hasToString("{\"moved\":107,\"clusters\":[\"part\"]}");
            assertThat(answering.asked())
                    .containsExactly(
                            "POST /v1/clusters/whole/split If-Match null {\"os\":\"iOS 17\"}",
                            "POST /v1/clusters/whole/split If-Match null {\"os\":\"iOS 17\",\"cursor\":\"c1\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--member a --member b | {'undo':false,'members':['a','b']}",
                "--report a --report b | {'undo':false,'reports':['a','b']}",
                "--version 5.2         | {'undo':false,'version':'5.2'}",
                "--device iPhone15,4   | {'undo':false,'device':'iPhone15,4'}",
                "--frame Feed.load     | {'undo':false,'frame':'Feed.load'}"
            })
    void eachOptionIsAMemberOfTheBody(String options, String body) {
        Chosen chosen = CommandLine.populateCommand(new Chosen(), options.split(" "));
        assertThat(chosen.what.body(false)).hasToString(body.replace('\'', '"'));
    }

    @Test
    void itIsSplitByOneThingAtATimeAndByOneAtLeast() {
        assertThat(Ran.command("split", "whole").code()).isEqualTo(2);
        Ran both = Ran.command("split", "whole", "--os", "iOS 17", "--version", "5.2");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("--os").contains("--version");
    }

    /** The options alone. */
    static final class Chosen {
        @CommandLine.ArgGroup(multiplicity = "1")
        private SplitCommand.What what;
    }
}
