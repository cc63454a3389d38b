package dev.flotsam.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads JSON documents out of bytes into bounded trees. Safe for use by several threads.
 *
 * <p>Lenient where real reports need it: control characters inside strings, NaN, a trailing comma, and bytes that are
 * not UTF-8 (names that the system cut in the middle of a character), which become U+FFFD.
 */
public final class JsonReader {
    private final JsonLimits limits;
    private final JsonFactory factory;

    public JsonReader(JsonLimits limits) {
        this.limits = limits;
        this.factory = factory(limits);
    }

    static JsonFactory factory(JsonLimits limits) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.text())
                        .maxNameLength(limits.name())
                        .maxNumberLength(limits.number())
                        .build())
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .build())
                .build();
    }

    /** The first document of all these bytes. */
    public JsonDocument read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    /**
     * The first document at or after an offset.
     *
     * @param from first byte to look at
     * @param to first byte not to look at
     */
    public JsonDocument read(byte[] bytes, int from, int to) {
        JsonDocument document = parse(bytes, from, to);
        boolean mayBeEncoding = document.damage().isPresent()
                && document.damage().get().code().equals("bad-json")
                && hasHighByte(bytes, from, to);
        return mayBeEncoding ? parseRepaired(document, bytes, from, to) : document;
    }

    private JsonDocument parseRepaired(JsonDocument broken, byte[] bytes, int from, int to) {
        byte[] repaired = new String(bytes, from, to - from, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        JsonDocument again = parse(repaired, 0, repaired.length);
        if (again.damage().isPresent() && again.end() <= broken.end() - from) {
            return broken;
        }
        // Replaced bytes shift offsets; what follows the document can no longer be told from what precedes it.
        int end = again.end() >= repaired.length ? to : Math.min(to, from + again.end());
        return new JsonDocument(again.root(), end, again.damage());
    }

    private static boolean hasHighByte(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private JsonDocument parse(byte[] bytes, int from, int to) {
        JsonTreeBuilder tree = new JsonTreeBuilder();
        try (JsonParser parser = factory.createParser(bytes, from, to - from)) {
            return parse(parser, tree, from);
        } catch (IOException e) {
            // Only a byte array is read: no parser could be opened on it.
            return damaged(tree, "bad-json", "$", to, from, e.getMessage());
        }
    }

    private JsonDocument parse(JsonParser parser, JsonTreeBuilder tree, int from) throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return damaged(tree, "cut-short", "$", from, from, "nothing but blanks");
            }
            while (!tree.add(token, parser)) {
                if (tree.values() > limits.values()) {
                    return damaged(
                            tree,
                            "too-large",
                            path(parser),
                            at(parser, from),
                            from,
                            "more than " + limits.values() + " values");
                }
                token = parser.nextToken();
                if (token == null) {
                    return damaged(tree, "cut-short", path(parser), at(parser, from), from, "the document ends here");
                }
            }
            return new JsonDocument(tree.root(), (int) at(parser, from), Optional.empty());
        } catch (StreamConstraintsException e) {
            return damaged(tree, "too-large", path(parser), at(parser, from), from, e.getOriginalMessage());
        } catch (JsonEOFException e) {
            return damaged(tree, "cut-short", path(parser), at(parser, from), from, "the document ends here");
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return damaged(tree, "bad-json", path(parser), at(parser, from), from, firstLine(e.getMessage()));
        }
    }

    private static JsonDocument damaged(
            JsonTreeBuilder tree, String code, String path, long end, int from, String message) {
        JsonDamage damage = new JsonDamage(code, path, end, message);
        return new JsonDocument(tree.close(), (int) Math.max(from, end), Optional.of(damage));
    }

    private static long at(JsonParser parser, int from) {
        return from + Math.max(0, parser.currentLocation().getByteOffset());
    }

    private static String firstLine(String message) {
        String text = message == null ? "unreadable" : message;
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    /** "$.threads[3].frames", cut to its last steps when it is deep. */
    private static String path(JsonParser parser) {
        StringBuilder path = new StringBuilder();
        JsonStreamContext context = parser.getParsingContext();
        int steps = 0;
        while (context != null && !context.inRoot()) {
            if (++steps > 16) {
                return "$…" + path;
            }
            String step = context.inArray()
                    ? "[" + Math.max(0, context.getCurrentIndex()) + "]"
                    : context.getCurrentName() == null ? "" : "." + shortened(context.getCurrentName());
            path.insert(0, step);
            context = context.getParent();
        }
        return "$" + path;
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
