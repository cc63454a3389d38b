package dev.flotsam.memory.session;

import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * One case of the table: a record, what must be said of it, and why.
 *
 * @param name a sentence
 * @param shape whose record it is
 * @param twinOf the case that differs in one fact, if this is a twin
 * @param changed how many facts differ from that case
 * @param content the case with the change applied
 */
record SessionCase(String name, String shape, Optional<String> twinOf, int changed, JsonValue content) {

    JsonValue record() {
        return content.get("record");
    }

    Optional<JsonValue> next() {
        return Optional.of(content.get("next")).filter(JsonValue::isPresent);
    }

    /** The limit that an atlas would know, in bytes. */
    OptionalLong limit() {
        return content.integer("limit");
    }

    String expected() {
        return content.text("expect");
    }

    boolean isFoom() {
        return expected().startsWith("foom-");
    }

    String rule() {
        return content.text("rule");
    }

    Optional<String> missing() {
        return Optional.of(content.text("missing")).filter(text -> !text.isEmpty());
    }

    /** What other clients would have said, by client. */
    Map<String, String> others() {
        return content.get("others").members().stream()
                .collect(Collectors.toMap(
                        JsonMember::key, member -> member.value().text()));
    }

    @Override
    public String toString() {
        return name;
    }
}
