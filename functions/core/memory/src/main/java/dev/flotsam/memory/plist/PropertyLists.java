package dev.flotsam.memory.plist;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.report.json.JsonDocument;
import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A property list, XML or binary, becomes a JSON tree, so that records are read by one code whatever they were written
 * as. Dates become ISO 8601 texts, data its Base64 text, UIDs numbers.
 *
 * <p>Read by hand instead of by a library: records are tiny, untrusted, and must neither pull an XML parser with its
 * entities into a native image nor recurse as deep as the input wants.
 */
public final class PropertyLists {
    /** Bytes of one list. */
    public static final int MAX_BYTES = 4 << 20;

    /** Nested containers. */
    static final int MAX_DEPTH = 32;

    /** Values written, those referred to several times counted each time. */
    static final int MAX_VALUES = 100_000;

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonReader TREES = new JsonReader(new JsonLimits(64, 200_000, MAX_BYTES, 1 << 16, 512));

    private PropertyLists() {}

    /** Whether bytes begin like a property list. */
    public static boolean recognises(byte[] bytes) {
        return BinaryPropertyList.recognises(bytes) || XmlPropertyList.recognises(bytes);
    }

    /** Reads one list. */
    public static Reading<JsonValue> read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Reading.refused("too-large", "byte " + MAX_BYTES, bytes.length + " bytes are no record");
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(json)) {
            if (BinaryPropertyList.recognises(bytes)) {
                new BinaryPropertyList(bytes, out).write();
            } else if (XmlPropertyList.recognises(bytes)) {
                new XmlPropertyList(bytes, out).write();
            } else {
                return Reading.refused("not-a-property-list", "byte 0", "neither bplist00 nor an XML property list");
            }
        } catch (MalformedList malformed) {
            return new Reading.Refused<>(
                    new Rejection("bad-property-list", "byte " + malformed.offset(), malformed.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        JsonDocument document = TREES.read(json.toByteArray());
        return document.damage().isPresent()
                ? Reading.refused("too-large", "byte 0", document.damage().get().message())
                : new Reading.Read<>(document.root());
    }
}
