package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flotsam.local.host.InvocationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A function that keeps the events it gets and answers as a test says; an answer of null is a failure. */
final class ScriptedTarget implements BatchDelivery.Target {
    final List<JsonNode> events = new ArrayList<>();
    final List<Integer> pauses = new ArrayList<>();
    private final Function<JsonNode, String> script;

    ScriptedTarget(Function<JsonNode, String> script) {
        this.script = script;
    }

    static ScriptedTarget obedient() {
        return new ScriptedTarget(event -> "{}");
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public InvocationResult invoke(byte[] event) {
        try {
            JsonNode json = new JsonMapper().readTree(event);
            events.add(json);
            String answer = script.apply(json);
            return answer == null
                    ? new InvocationResult.Failed(InvocationResult.Cause.HANDLER, "Scripted", "as told", "{}")
                    : new InvocationResult.Answered(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void pause(int failures) {
        pauses.add(failures);
    }

    /** The sequence numbers of each event, as {@code 1,2,3}; empty for a final call. */
    List<String> batches() {
        return events.stream().map(ScriptedTarget::sequences).toList();
    }

    static String sequences(JsonNode event) {
        List<String> sequences = new ArrayList<>();
        event.path("Records")
                .forEach(each -> sequences.add(
                        each.path("dynamodb").path("SequenceNumber").asText()));
        return String.join(",", sequences);
    }
}
