package dev.flotsam.memory.portrait;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.memory.portrait.graph.HostileGraphException;
import dev.flotsam.report.json.JsonValue;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A memory portrait, docs/formats/portrait.md: JSON or NDJSON, plain or gzip, read as it streams in. Five million nodes
 * make no tree of values: what is read goes straight into primitive arrays.
 */
public final class PortraitReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(PortraitLimits.json())
            .build();

    /** The header's own name, in a document's or a first line's first member. */
    private static final Pattern HEADER =
            Pattern.compile("\\s*\\{\\s*\"(?:flotsam\"\\s*:\\s*\"portrait/|portrait\"\\s*:)");

    private PortraitReader() {}

    /** Whether a document is a portrait, or the first line of one. */
    public static boolean recognises(JsonValue document) {
        return document.text("flotsam").startsWith("portrait/")
                || document.has("portrait")
                || (document.has("nodes") && (document.has("edges") || document.has("regions")));
    }

    /** Whether text begins like a portrait: then all its lines are one portrait. */
    public static boolean recognises(String beginning) {
        return HEADER.matcher(beginning).lookingAt();
    }

    /**
     * Reads one portrait, however large.
     *
     * @param in the bytes; not closed
     * @throws IOException if the stream itself fails; never for what is in it
     */
    public static Reading<Portrait> read(InputStream in) throws IOException {
        return read(in, PortraitBudget.LARGEST);
    }

    /**
     * Reads one portrait within a budget.
     *
     * @param in the bytes; not closed
     * @param budget what it may cost
     * @throws IOException if the stream itself fails; never for what is in it
     */
    public static Reading<Portrait> read(InputStream in, PortraitBudget budget) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        try {
            return read(buffered, isGzip(buffered), budget);
        } catch (ZipException | EOFException damaged) {
            return Reading.refused("bad-gzip", "$", "the gzip stream is damaged or cut short");
        } catch (TooManyBytesException tooMany) {
            return Reading.refused("too-large", "byte " + budget.bytes(), "more bytes than a portrait may have here");
        } catch (HostileGraphException hostile) {
            return Reading.refused("too-large", "$", hostile.getMessage());
        }
    }

    private static Reading<Portrait> read(InputStream in, boolean gzip, PortraitBudget budget) throws IOException {
        PortraitDraft draft = new PortraitDraft(budget);
        InputStream unpacked = gzip ? new GZIPInputStream(in, 1 << 16) : in;
        try (JsonParser parser = JSON.createParser(new BoundedStream(unpacked, budget.bytes()))) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            PortraitFields fields = new PortraitFields(parser, draft);
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    return Reading.refused("bad-json", fields.where(), "every document or line is a JSON object");
                }
                fields.readObject();
            }
            return draft.isEmpty()
                    ? Reading.refused("not-a-portrait", "$", "no nodes and no regions")
                    : new Reading.Read<>(draft.portrait());
        } catch (JsonProcessingException malformed) {
            return Reading.refused("bad-json", where(malformed), Rejection.shown(malformed.getOriginalMessage()));
        } catch (CharConversionException malformed) {
            // Four bytes that look like UTF-16 or UTF-32 make the parser read all as that.
            return Reading.refused("bad-json", "$", Rejection.shown(malformed.getMessage()));
        } catch (MalformedPortrait malformed) {
            return new Reading.Refused<>(malformed.rejection());
        }
    }

    private static String where(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? "$"
                : "line " + malformed.getLocation().getLineNr() + ", column "
                        + malformed.getLocation().getColumnNr();
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b;
    }

    /** More bytes came out than a portrait can have. */
    @SuppressWarnings("serial")
    private static final class TooManyBytesException extends IOException {}

    /** Counts bytes and stops at the limit. */
    private static final class BoundedStream extends InputStream {
        private final InputStream in;
        private long left;

        BoundedStream(InputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new TooManyBytesException();
            }
        }
    }
}
