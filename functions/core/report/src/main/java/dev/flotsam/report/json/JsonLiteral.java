package dev.flotsam.report.json;

import java.util.Optional;

/** true, false and null, and what is not there at all. */
public enum JsonLiteral implements JsonValue {
    TRUE,
    FALSE,
    NULL,
    MISSING;

    @Override
    public String text() {
        return switch (this) {
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL, MISSING -> "";
        };
    }

    @Override
    public Optional<Boolean> truth() {
        return switch (this) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            case NULL, MISSING -> Optional.empty();
        };
    }
}
