package dev.flotsam.local.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A request as an HTTP API hands it to a function in payload format 1.0. Source: Amazon API Gateway Developer Guide,
 * "Create AWS Lambda proxy integrations for HTTP APIs".
 */
final class ProxyEvent {
    private static final DateTimeFormatter REQUEST_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ProxyEvent() {}

    /**
     * The event of a request.
     *
     * @param path as sent, still percent-encoded
     * @param query as sent, without the question mark; empty for none
     */
    static byte[] of(
            String method, String path, String query, Map<String, List<String>> headers, byte[] body, Instant now) {
        ObjectNode event = new JsonMapper().createObjectNode();
        event.put("version", "1.0")
                .put("resource", "$default")
                .put("path", path)
                .put("httpMethod", method);
        put(event, "headers", "multiValueHeaders", headers);
        putQuery(event, query);
        putContext(event.putObject("requestContext"), method, path, headers, now);
        event.putNull("pathParameters").putNull("stageVariables");
        putBody(event, headers, body);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode event, String single, String multiple, Map<String, List<String>> values) {
        ObjectNode one = event.putObject(single);
        ObjectNode all = event.putObject(multiple);
        values.forEach((name, list) -> {
            one.put(name, list.getLast());
            var array = all.putArray(name);
            list.forEach(array::add);
        });
    }

    private static void putQuery(ObjectNode event, String query) {
        ObjectNode one = event.putObject("queryStringParameters");
        ObjectNode all = event.putObject("multiValueQueryStringParameters");
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            one.put(name, value);
            all.withArray("/" + name.replace("~", "~0").replace("/", "~1")).add(value);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void putContext(
            ObjectNode context, String method, String path, Map<String, List<String>> headers, Instant now) {
        context.put("accountId", "000000000000")
                .put("apiId", "local")
                .put(
                        "domainName",
                        headers.getOrDefault("Host", List.of("localhost")).getLast())
                .put("domainPrefix", "local")
                .put("extendedRequestId", "local")
                .put("httpMethod", method)
                .put("path", path)
                .put("protocol", "HTTP/1.1")
                .put("requestId", UUID.randomUUID().toString())
                .put("requestTime", REQUEST_TIME.format(now))
                .put("requestTimeEpoch", now.toEpochMilli())
                .put("resourceId", "$default")
                .put("resourcePath", "$default")
                .put("stage", "$default");
        context.putObject("identity")
                .put("sourceIp", "127.0.0.1")
                .put(
                        "userAgent",
                        headers.getOrDefault("User-agent", List.of("")).getLast());
    }

    private static void putBody(ObjectNode event, Map<String, List<String>> headers, byte[] body) {
        boolean text = isText(headers.getOrDefault("Content-type", List.of("")).getLast());
        if (body.length == 0) {
            event.putNull("body");
        } else {
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && !text);
    }

    private static boolean isText(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/javascript")
                || type.startsWith("application/xml");
    }
}
