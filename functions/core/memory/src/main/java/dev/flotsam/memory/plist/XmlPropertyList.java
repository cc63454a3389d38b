package dev.flotsam.memory.plist;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.memory.Rejection;
import dev.flotsam.report.json.Numbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * XML property lists, without an XML parser: nine elements, text and five entities are all that Apple's DTD allows. A
 * DOCTYPE is skipped, never read; entities of one's own are refused.
 */
final class XmlPropertyList {
    private static final String DICT = "dict";
    private static final String ARRAY = "array";

    private final String text;
    private final JsonGenerator out;
    private int position;
    private int values;

    XmlPropertyList(byte[] bytes, JsonGenerator out) {
        this.text = new String(bytes, StandardCharsets.UTF_8);
        this.out = out;
    }

    static boolean recognises(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.UTF_8);
        String trimmed = start.replace("\uFEFF", "").stripLeading();
        return trimmed.startsWith("<") && (start.contains("<plist") || start.contains("<!DOCTYPE plist"));
    }

    void write() throws IOException {
        position = text.indexOf("<plist");
        if (position < 0) {
            throw wrong("no plist element");
        }
        position = after('>');
        value(tag(), 0);
    }

    private record Tag(String name, boolean closing, boolean empty) {}

    /** Recursion is bounded by depth. */
    private void value(Tag tag, int depth) throws IOException {
        if (tag.closing() || depth > PropertyLists.MAX_DEPTH || ++values > PropertyLists.MAX_VALUES) {
            throw wrong(tag.closing() ? "a value is expected" : "nested more than any record");
        }
        switch (tag.name()) {
            case DICT -> dictionary(tag, depth);
            case ARRAY -> array(tag, depth);
            case "true" -> out.writeBoolean(emptyOf(tag, true));
            case "false" -> out.writeBoolean(emptyOf(tag, false));
            case "integer" -> integer(content(tag));
            case "real" -> out.writeNumber(real(content(tag)));
            case "string", "date" -> out.writeString(content(tag));
            case "data" -> out.writeString(content(tag).replaceAll("\\s", ""));
            default -> throw wrong("an element " + Rejection.shown(tag.name()));
        }
    }

    private boolean emptyOf(Tag tag, boolean value) {
        if (!tag.empty() && !content(tag).isBlank()) {
            throw wrong("a truth value with content");
        }
        return value;
    }

    private void dictionary(Tag tag, int depth) throws IOException {
        out.writeStartObject();
        Tag next = tag.empty() ? new Tag(DICT, true, false) : tag();
        while (!next.closing()) {
            if (!next.name().equals("key")) {
                throw wrong("a key is expected");
            }
            out.writeFieldName(content(next));
            value(tag(), depth + 1);
            next = tag();
        }
        closed(next, DICT);
        out.writeEndObject();
    }

    private void array(Tag tag, int depth) throws IOException {
        out.writeStartArray();
        Tag next = tag.empty() ? new Tag(ARRAY, true, false) : tag();
        while (!next.closing()) {
            value(next, depth + 1);
            next = tag();
        }
        closed(next, ARRAY);
        out.writeEndArray();
    }

    private void closed(Tag tag, String name) {
        if (!tag.name().equals(name)) {
            throw wrong("</" + name + "> is expected");
        }
    }

    private void integer(String content) throws IOException {
        OptionalLong number = Numbers.integer(content);
        out.writeNumber(number.orElseThrow(() -> wrong("an integer that is no number")));
    }

    private double real(String content) {
        try {
            double value = Double.parseDouble(content.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException malformed) {
            throw wrong("a real that is no number");
        }
        throw wrong("a real that is no number");
    }

    /** The next element's tag; blanks and comments before it are skipped. */
    private Tag tag() {
        while ((position < text.length() && Character.isWhitespace(text.charAt(position)))
                || text.startsWith("<!--", position)) {
            if (text.charAt(position) == '<') {
                int end = text.indexOf("-->", position);
                position = end < 0 ? text.length() : end + 3;
            } else {
                position++;
            }
        }
        if (position >= text.length() || text.charAt(position) != '<') {
            throw wrong("an element is expected");
        }
        int end = after('>');
        String inside = text.substring(position + 1, end - 1);
        position = end;
        boolean closing = inside.startsWith("/");
        boolean empty = !closing && inside.endsWith("/");
        String name = inside.substring(closing ? 1 : 0, inside.length() - (empty ? 1 : 0))
                .strip();
        return new Tag(name, closing, empty);
    }

    /** The text up to the element's closing tag. */
    private String content(Tag tag) {
        if (tag.empty()) {
            return "";
        }
        int end = text.indexOf('<', position);
        if (end < 0 || !text.startsWith("</" + tag.name() + ">", end)) {
            throw wrong("</" + tag.name() + "> is expected");
        }
        String content = unescaped(text.substring(position, end));
        position = end + tag.name().length() + 3;
        return content;
    }

    private String unescaped(String raw) {
        if (raw.indexOf('&') < 0) {
            return raw;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) != '&') {
                plain.append(raw.charAt(i));
                continue;
            }
            int end = raw.indexOf(';', i);
            plain.append(entity(end < 0 ? "" : raw.substring(i + 1, end)));
            i = end;
        }
        return plain.toString();
    }

    private String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> numbered(name);
        };
    }

    private String numbered(String name) {
        OptionalLong code = name.startsWith("#x")
                ? Numbers.hex(name, 2)
                : name.startsWith("#") ? Numbers.integer(name.substring(1)) : OptionalLong.empty();
        if (code.isEmpty() || code.getAsLong() < 0 || code.getAsLong() > Character.MAX_CODE_POINT) {
            throw wrong("an entity that property lists don't have");
        }
        return Character.toString((int) code.getAsLong());
    }

    private int after(char character) {
        int found = text.indexOf(character, position);
        if (found < 0) {
            throw wrong("the list ends inside a tag");
        }
        return found + 1;
    }

    private MalformedList wrong(String message) {
        return new MalformedList(Math.min(position, text.length()), message);
    }
}
