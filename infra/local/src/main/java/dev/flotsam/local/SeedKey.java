package dev.flotsam.local;

import dev.flotsam.local.dynamo.DynamoCalls;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the first API key, with every role for every app, into the settings table, where serve-triage looks keys up. */
final class SeedKey {
    private static final List<String> ROLES = List.of("admin", "read", "symbols", "triage", "upload");

    private final DynamoCalls dynamo;
    private final String settingsTable;

    SeedKey(DynamoCalls dynamo, String settingsTable) {
        this.dynamo = dynamo;
        this.settingsTable = settingsTable;
    }

    void put(String key, Instant now) throws InterruptedException {
        dynamo.call("PutItem", Map.of("TableName", settingsTable, "Item", item(key, now)));
    }

    /** The layout is that of {@code dev.flotsam.aws.dynamodb.DynamoApiKeys}. */
    private static Map<String, Object> item(String key, Instant now) {
        return Map.of(
                "pk", text("KEYS"),
                "sk", text(hash(key)),
                "label", text("local"),
                "roles", texts(ROLES.stream()),
                "apps", texts(Stream.of("*")),
                "created", Map.of("N", String.valueOf(now.toEpochMilli())));
    }

    private static Map<String, Object> texts(Stream<String> values) {
        return Map.of("L", values.map(SeedKey::text).toList());
    }

    private static Map<String, String> text(String value) {
        return Map.of("S", value);
    }

    private static String hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
