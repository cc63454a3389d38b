package dev.flotsam.symbols.fleet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Bytes of a learned image: version 1, then numbers as ULEB128: the count of functions; for each, its start less the one
 * before, and the count of names; for each, length, UTF-8, and a count of witnesses with four bytes of hash and the reach.
 */
final class LearnedCodec {
    private static final int VERSION = 1;

    private LearnedCodec() {}

    static byte[] encode(NavigableMap<Long, NavigableMap<String, Witnesses>> functions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(VERSION);
        number(functions.size(), out);
        long before = 0;
        for (Map.Entry<Long, NavigableMap<String, Witnesses>> function : functions.entrySet()) {
            number(function.getKey() - before, out);
            before = function.getKey();
            number(function.getValue().size(), out);
            function.getValue().forEach((name, witnesses) -> encode(name, witnesses, out));
        }
        return out.toByteArray();
    }

    private static void encode(String name, Witnesses witnesses, ByteArrayOutputStream out) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        number(text.length, out);
        out.writeBytes(text);
        number(witnesses.seen().size(), out);
        for (Witnesses.Witness witness : witnesses.seen()) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write(witness.installation() >>> shift);
            }
            number(witness.reach(), out);
        }
    }

    static NavigableMap<Long, NavigableMap<String, Witnesses>> decode(byte[] bytes) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        if (in.read() != VERSION) {
            throw new IllegalArgumentException("learned symbols are not of version " + VERSION);
        }
        NavigableMap<Long, NavigableMap<String, Witnesses>> functions = new TreeMap<>();
        long start = 0;
        for (long left = number(in); left > 0; left--) {
            start += number(in);
            NavigableMap<String, Witnesses> names = new TreeMap<>();
            for (long namesLeft = number(in); namesLeft > 0; namesLeft--) {
                names.put(text(in), witnesses(in));
            }
            functions.put(start, names);
        }
        return functions;
    }

    private static String text(ByteArrayInputStream in) {
        long length = number(in);
        if (length > in.available()) {
            throw cut();
        }
        byte[] text = new byte[(int) length];
        in.readNBytes(text, 0, text.length);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static Witnesses witnesses(ByteArrayInputStream in) {
        List<Witnesses.Witness> seen = new ArrayList<>();
        for (long left = number(in); left > 0; left--) {
            int installation = 0;
            for (int i = 0; i < 4; i++) {
                installation = installation << 8 | octet(in);
            }
            seen.add(new Witnesses.Witness(installation, number(in)));
        }
        return new Witnesses(seen);
    }

    private static void number(long value, ByteArrayOutputStream out) {
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long number(ByteArrayInputStream in) {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = octet(in);
            value |= (long) (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        throw cut();
    }

    private static int octet(ByteArrayInputStream in) {
        int next = in.read();
        if (next < 0) {
            throw cut();
        }
        return next;
    }

    private static IllegalArgumentException cut() {
        return new IllegalArgumentException("learned symbols end early or are damaged");
    }
}
