package dev.flotsam.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a function answers to a {@link ProxyEvent}. */
@SuppressWarnings("ArrayRecordComponent") // written to the wire once and never compared
record ProxyAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    /** Reads an answer; one that has no usable status code is the function's fault and becomes a 500. */
    static ProxyAnswer read(byte[] payload) {
        JsonNode json;
        try {
            json = new JsonMapper().readTree(new String(payload, StandardCharsets.UTF_8));
        } catch (JsonProcessingException noJson) {
            return message(500, "Internal Server Error");
        }
        int status = json.path("statusCode").asInt(0);
        if (status < 100 || status > 599) {
            return message(500, "Internal Server Error");
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        json.path("headers")
                .properties()
                .forEach(each ->
                        headers.put(each.getKey(), List.of(each.getValue().asText())));
        json.path("multiValueHeaders").properties().forEach(each -> {
            List<String> values = new ArrayList<>();
            each.getValue().forEach(value -> values.add(value.asText()));
            headers.put(each.getKey(), values);
        });
        String body = json.path("body").asText("");
        return new ProxyAnswer(
                status,
                headers,
                json.path("isBase64Encoded").asBoolean()
                        ? Base64.getDecoder().decode(body)
                        : body.getBytes(StandardCharsets.UTF_8));
    }

    /** API Gateway's own answers. */
    static ProxyAnswer message(int status, String text) {
        return new ProxyAnswer(
                status,
                Map.of("Content-Type", List.of("application/json")),
                ("{\"message\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
