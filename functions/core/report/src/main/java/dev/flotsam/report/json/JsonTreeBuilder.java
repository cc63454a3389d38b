package dev.flotsam.report.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/** Tokens become a tree on one growing stack: a container's parts lie above its mark until it is closed. */
final class JsonTreeBuilder {
    private static final JsonText EMPTY_TEXT = new JsonText("");

    private Object[] parts = new Object[256];
    private int top;
    /** Where each open container's parts start; objects as is, arrays as complement. */
    private int[] marks = new int[32];

    private int open;
    private int values;
    private JsonValue root;

    /** Adds a token; true when the outermost value is complete. */
    boolean add(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case START_OBJECT -> mark(top);
            case START_ARRAY -> mark(~top);
            case END_OBJECT, END_ARRAY -> closeContainer();
            case FIELD_NAME -> push(parser.currentName());
            case VALUE_STRING -> {
                String text = parser.getText();
                value(text.isEmpty() ? EMPTY_TEXT : new JsonText(text));
            }
            case VALUE_NUMBER_INT -> value(wholeNumber(parser));
            case VALUE_NUMBER_FLOAT -> value(new JsonNumber(parser.getText()));
            case VALUE_TRUE -> value(JsonLiteral.TRUE);
            case VALUE_FALSE -> value(JsonLiteral.FALSE);
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> value(JsonLiteral.NULL);
        }
        return root != null;
    }

    private static JsonNumber wholeNumber(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> JsonNumber.of(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> new JsonNumber(parser.getText());
        };
    }

    int values() {
        return values;
    }

    JsonValue root() {
        return root == null ? JsonLiteral.MISSING : root;
    }

    /** Closes what is open, so that a damaged document keeps what was read of it. */
    JsonValue close() {
        while (open > 0) {
            closeContainer();
        }
        return root();
    }

    private void mark(int mark) {
        values++;
        if (open == marks.length) {
            marks = Arrays.copyOf(marks, open * 2);
        }
        marks[open++] = mark;
    }

    private void closeContainer() {
        int mark = marks[--open];
        int from = mark < 0 ? ~mark : mark;
        JsonValue container = mark < 0 ? list(from) : object(from);
        top = from;
        attach(container);
    }

    private JsonValue object(int from) {
        // A name whose value never came is dropped.
        int to = from + (top - from & ~1);
        return from == to ? JsonObject.EMPTY : new JsonObject(Arrays.copyOfRange(parts, from, to));
    }

    private JsonValue list(int from) {
        return from == top ? JsonList.EMPTY : new JsonList(Arrays.copyOfRange(parts, from, top));
    }

    private void value(JsonValue value) {
        values++;
        attach(value);
    }

    private void attach(JsonValue value) {
        if (open == 0) {
            root = value;
        } else {
            push(value);
        }
    }

    private void push(Object part) {
        if (top == parts.length) {
            parts = Arrays.copyOf(parts, top * 2);
        }
        parts[top++] = part;
    }
}
