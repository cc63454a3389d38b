package dev.flotsam.aws.event;

import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonValue;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB JSON, such as {@code {"S": "text"}}, as attribute values. */
final class AttributeJson {
    private static final int MAX_DEPTH = 32;

    private AttributeJson() {}

    static Optional<Map<String, AttributeValue>> item(JsonValue image) {
        return image.isPresent() ? Optional.of(map(image, 0)) : Optional.empty();
    }

    private static Map<String, AttributeValue> map(JsonValue json, int depth) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        for (JsonMember member : json.members()) {
            attributes.put(member.key(), value(member.value(), depth + 1));
        }
        return attributes;
    }

    private static AttributeValue value(JsonValue json, int depth) {
        if (json.size() != 1 || depth > MAX_DEPTH) {
            return AttributeValue.fromNul(true);
        }
        JsonMember typed = json.members().getFirst();
        JsonValue value = typed.value();
        return switch (typed.key()) {
            case "S" -> AttributeValue.fromS(value.text());
            case "N" -> AttributeValue.fromN(value.text());
            case "B" ->
                AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(value.text())));
            case "BOOL" -> AttributeValue.fromBool(value.truth().orElse(false));
            case "L" ->
                AttributeValue.fromL(value.elements().stream()
                        .map(element -> value(element, depth + 1))
                        .toList());
            case "M" -> AttributeValue.fromM(map(value, depth));
            case "SS" -> AttributeValue.fromSs(texts(value));
            case "NS" -> AttributeValue.fromNs(texts(value));
            default -> AttributeValue.fromNul(true);
        };
    }

    private static List<String> texts(JsonValue list) {
        return list.elements().stream().map(JsonValue::text).toList();
    }
}
