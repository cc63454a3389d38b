package dev.flotsam.report.plcrash;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One protobuf message by field numbers. Numbers are kept as 64 bits, nested messages as ranges of the same bytes that
 * are parsed when asked for.
 *
 * <p>A message that is cut or malformed keeps the fields before the damage, and says so.
 */
final class Message {
    /** A length-delimited field. */
    private record Range(int from, int to) {}

    private final byte[] bytes;
    private final Map<Integer, List<Long>> numbers = new HashMap<>();
    private final Map<Integer, List<Range>> ranges = new HashMap<>();
    private Optional<String> damage = Optional.empty();

    private Message(byte[] bytes) {
        this.bytes = bytes;
    }

    static Message parse(byte[] bytes, int from, int to) {
        Message message = new Message(bytes);
        CodedInputStream in = CodedInputStream.newInstance(bytes, from, to - from);
        try {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                message.field(in, tag, from);
            }
        } catch (IOException e) {
            message.damage = Optional.of("byte " + (from + in.getTotalBytesRead()) + ": " + e.getMessage());
        }
        return message;
    }

    private void field(CodedInputStream in, int tag, int from) throws IOException {
        int number = WireFormat.getTagFieldNumber(tag);
        switch (WireFormat.getTagWireType(tag)) {
            case WireFormat.WIRETYPE_VARINT -> add(number, in.readRawVarint64());
            case WireFormat.WIRETYPE_FIXED64 -> add(number, in.readRawLittleEndian64());
            case WireFormat.WIRETYPE_FIXED32 -> add(number, in.readRawLittleEndian32());
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
                int size = in.readRawVarint32();
                int start = from + in.getTotalBytesRead();
                in.skipRawBytes(size);
                ranges.computeIfAbsent(number, key -> new ArrayList<>()).add(new Range(start, start + size));
            }
            default -> in.skipField(tag);
        }
    }

    private void add(int field, long value) {
        numbers.computeIfAbsent(field, key -> new ArrayList<>()).add(value);
    }

    Optional<String> damage() {
        return damage;
    }

    boolean has(int field) {
        return numbers.containsKey(field) || ranges.containsKey(field);
    }

    /** A number, the last one written; a fallback when the field is absent. */
    long number(int field, long absent) {
        List<Long> all = numbers.get(field);
        return all == null ? absent : all.getLast();
    }

    /** A repeated number, packed or not. */
    List<Long> numbers(int field) {
        List<Long> all = new ArrayList<>(numbers.getOrDefault(field, List.of()));
        for (Range range : ranges.getOrDefault(field, List.of())) {
            CodedInputStream in = CodedInputStream.newInstance(bytes, range.from, range.to - range.from);
            try {
                while (!in.isAtEnd()) {
                    all.add(in.readRawVarint64());
                }
            } catch (IOException e) {
                return all;
            }
        }
        return all;
    }

    /** A string; some writers count the closing zero byte of C in. */
    String text(int field) {
        List<Range> all = ranges.get(field);
        if (all == null) {
            return "";
        }
        int end = all.getLast().to;
        while (end > all.getLast().from && bytes[end - 1] == 0) {
            end--;
        }
        return new String(bytes, all.getLast().from, end - all.getLast().from, StandardCharsets.UTF_8);
    }

    byte[] raw(int field) {
        List<Range> all = ranges.get(field);
        return all == null ? new byte[0] : Arrays.copyOfRange(bytes, all.getLast().from, all.getLast().to);
    }

    /** A nested message; an absent one is empty. */
    Message message(int field) {
        List<Range> all = ranges.get(field);
        return all == null ? new Message(bytes) : parse(bytes, all.getLast().from, all.getLast().to);
    }

    List<Message> messages(int field) {
        List<Message> messages = new ArrayList<>();
        for (Range range : ranges.getOrDefault(field, List.of())) {
            messages.add(parse(bytes, range.from, range.to));
        }
        return messages;
    }
}
