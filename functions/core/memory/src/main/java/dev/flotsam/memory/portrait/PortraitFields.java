package dev.flotsam.memory.portrait;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.flotsam.memory.Rejection;
import dev.flotsam.report.json.Numbers;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The members of a portrait. Every object of the stream may hold lists (nodes, edges, regions, roots), be one node,
 * reference, region or root itself, or tell facts: so one JSON document and a file of lines are read by the same code.
 */
final class PortraitFields {
    private final JsonParser parser;
    private final PortraitDraft draft;

    /** One object's members; reused, because there are millions. */
    private final PortraitItem item = new PortraitItem();

    /** Asked only when something is wrong. */
    private final Supplier<String> place = this::where;

    PortraitFields(JsonParser parser, PortraitDraft draft) {
        this.parser = parser;
        this.draft = draft;
    }

    String where() {
        return "line " + parser.currentTokenLocation().getLineNr() + ", column "
                + parser.currentTokenLocation().getColumnNr();
    }

    /** The parser stands on the brace of a document or line; a header begins with "flotsam" or "portrait". */
    void readObject() throws IOException {
        item.clear();
        boolean header = false;
        boolean first = true;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            header |= first && (name.equals("portrait") || name.equals("flotsam"));
            first = false;
            if (value == JsonToken.START_ARRAY && isList(name)) {
                readList(name);
                item.clear();
            } else if (value == JsonToken.START_OBJECT && (name.equals("node") || name.equals("region"))) {
                readItem();
                item.clear();
            } else if (header) {
                readFact(name, value);
            } else if (isMember(name)) {
                readMember(name);
            } else {
                parser.skipChildren();
            }
        }
        item.addTo(draft, place);
    }

    private void readFact(String name, JsonToken value) throws IOException {
        if (value.isScalarValue()) {
            draft.fact(cut(name), cut(parser.getText()));
        } else {
            readFacts(name);
        }
    }

    private static boolean isList(String name) {
        return switch (name) {
            case "nodes", "edges", "regions", "roots" -> true;
            default -> false;
        };
    }

    private void readList(String name) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            switch (name) {
                case "roots" -> draft.root(rootAddress(), place);
                case "edges" -> readEdge();
                default -> readItem();
            }
        }
    }

    private long rootAddress() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return address();
        }
        item.clear();
        readMembers();
        if (!item.hasAddress) {
            throw malformed("a root with an address is expected");
        }
        return item.address;
    }

    private void readEdge() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            readItem();
            return;
        }
        parser.nextToken();
        long from = address();
        parser.nextToken();
        long to = address();
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            throw malformed("a reference is a pair of addresses");
        }
        draft.edge(from, to, place);
    }

    private void readItem() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw malformed("an object is expected");
        }
        item.clear();
        readMembers();
        if (!item.addTo(draft, place)) {
            throw malformed("a node has an address, a reference from and to, a region a start");
        }
    }

    private void readMembers() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (isMember(name)) {
                readMember(name);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static boolean isMember(String name) {
        return switch (name) {
            case "address", "class", "size", "to", "from", "start", "dirty", "swapped", "user_tag", "tag", "root" ->
                true;
            default -> false;
        };
    }

    private void readMember(String name) throws IOException {
        switch (name) {
            case "address" -> {
                item.hasAddress = true;
                item.address = address();
            }
            case "from" -> {
                item.hasFrom = true;
                item.from = address();
            }
            case "to" -> readTo();
            case "start" -> {
                item.hasStart = true;
                item.address = address();
            }
            case "root" -> {
                item.hasRoot = true;
                item.root = parser.currentToken().isBoolean() ? 0 : address();
                item.hasRoot = parser.currentToken() != JsonToken.VALUE_FALSE;
            }
            case "class" -> item.className = cut(parser.getText());
            case "user_tag", "tag" -> item.tag = cut(parser.getText());
            case "size" -> item.size = bytes();
            case "dirty" -> item.dirty = bytes();
            case "swapped" -> item.swapped = bytes();
            default -> throw new AssertionError(name + " is no member");
        }
    }

    private void readTo() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            item.hasTo = true;
            item.to = address();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.refersTo(address());
        }
    }

    private void readFacts(String prefix) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken().isScalarValue()) {
                draft.fact(cut(prefix + "." + name), cut(parser.getText()));
            } else {
                parser.skipChildren();
            }
        }
    }

    private long address() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        OptionalLong number = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT
                ? Numbers.integer(parser.getText())
                : OptionalLong.empty();
        return number.orElseThrow(() -> malformed("an address is a number or a text such as 0x1a2b"));
    }

    private long bytes() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || parser.getLongValue() < 0
                || parser.getLongValue() > PortraitLimits.MAX_SIZE) {
            throw malformed("a number of bytes is expected");
        }
        return parser.getLongValue();
    }

    private MalformedPortrait malformed(String expected) {
        String found;
        try {
            found = parser.currentToken() == null ? "the end" : parser.getText();
        } catch (IOException unreadable) {
            found = "something unreadable";
        }
        return new MalformedPortrait("wrong-type", where(), expected + ", not " + Rejection.shown(found));
    }

    private static String cut(String text) {
        return text.length() <= PortraitLimits.MAX_NAME ? text : text.substring(0, PortraitLimits.MAX_NAME);
    }
}
