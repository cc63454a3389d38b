package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Event patterns of an event source mapping. Every field that a pattern names has to hold one of the values listed for
 * it. Source: AWS Lambda Developer Guide, "Control which events Lambda sends to your function", filter rule syntax.
 */
final class RecordFilter {
    private final List<JsonNode> patterns;

    private RecordFilter(List<JsonNode> patterns) {
        this.patterns = patterns;
    }

    /** A filter that lets pass what matches one of the patterns, or everything if there is none. */
    static RecordFilter of(List<String> patterns) {
        List<JsonNode> parsed = new ArrayList<>();
        for (String pattern : patterns) {
            try {
                parsed.add(new JsonMapper().readTree(pattern));
            } catch (JsonProcessingException malformed) {
                throw new IllegalArgumentException("filter pattern is no JSON: " + pattern, malformed);
            }
        }
        return new RecordFilter(parsed);
    }

    boolean passes(JsonNode event) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, event));
    }

    private static boolean matches(JsonNode pattern, JsonNode event) {
        return pattern.properties().stream().allMatch(field -> {
            JsonNode wanted = field.getValue();
            if (field.getKey().equals("$or")) {
                return any(wanted, alternative -> matches(alternative, event));
            }
            JsonNode value = event.path(field.getKey());
            return wanted.isArray() ? any(wanted, rule -> satisfies(rule, value)) : matches(wanted, value);
        });
    }

    private static boolean satisfies(JsonNode rule, JsonNode value) {
        if (value.isArray()) {
            return any(value, item -> satisfies(rule, item));
        }
        if (!rule.isObject()) {
            return equal(rule, value);
        }
        String kind = rule.fieldNames().next();
        JsonNode operand = rule.get(kind);
        String text = value.asText();
        return switch (kind) {
            case "exists" -> operand.asBoolean() != value.isMissingNode();
            case "prefix" -> value.isTextual() && text.startsWith(operand.asText());
            case "suffix" -> value.isTextual() && text.endsWith(operand.asText());
            case "equals-ignore-case" ->
                value.isTextual()
                        && text.toLowerCase(Locale.ROOT).equals(operand.asText().toLowerCase(Locale.ROOT));
            case "anything-but" -> !value.isMissingNode() && !excluded(operand, value);
            case "numeric" -> value.isNumber() && inRange(operand, value.decimalValue());
            default -> throw new IllegalArgumentException("filter rule is not known: " + rule);
        };
    }

    private static boolean excluded(JsonNode operand, JsonNode value) {
        return operand.isArray() ? any(operand, each -> equal(each, value)) : satisfies(operand, value);
    }

    private static boolean inRange(JsonNode operand, BigDecimal number) {
        for (int i = 0; i + 1 < operand.size(); i += 2) {
            int order = number.compareTo(operand.get(i + 1).decimalValue());
            boolean holds =
                    switch (operand.get(i).asText()) {
                        case "=" -> order == 0;
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        case ">=" -> order >= 0;
                        default -> throw new IllegalArgumentException("comparison is not known: " + operand.get(i));
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(JsonNode wanted, JsonNode value) {
        return (wanted.isNumber() && value.isNumber())
                ? wanted.decimalValue().compareTo(value.decimalValue()) == 0
                : wanted.equals(value);
    }

    private static boolean any(JsonNode array, java.util.function.Predicate<JsonNode> condition) {
        return array.valueStream().anyMatch(condition);
    }
}
