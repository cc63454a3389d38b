package dev.flotsam.symbols.bitcode;

import dev.flotsam.symbols.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A BCSymbolMap file: line 42 has the name that {@code __hidden#42_} stands for.
 *
 * <p>Text, a line each: {@code BCSymbolMap Version: 2.0}, then the names and paths from number 0 on, as the compiler had
 * them, without Mach-O's underscore (behaviour of {@code dsymutil --symbol-map}, llvm/llvm-project
 * llvm/tools/dsymutil/SymbolMap.cpp, and of getsentry/symbolic symbolic-debuginfo/src/macho/bcsymbolmap.rs). Without that
 * line it is of version 1.0 and starts with number 0. A name in {@code "…"} has its quotes escaped; one that starts with
 * byte 1 is an Objective-C method, which Mach-O gives no underscore.
 */
public final class BitcodeSymbolMap {
    private static final String HEADER = "BCSymbolMap Version:";
    private static final String HIDDEN = "__hidden#";

    private final byte[] text;
    /** Where each line starts; one more for the end. */
    private final int[] starts;

    private BitcodeSymbolMap(byte[] text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    /** The map in a file, at most {@link Limits#SYMBOL_MAP_BYTES} of it; not copied. */
    public static MapReading read(byte[] file) {
        if (file.length > Limits.SYMBOL_MAP_BYTES) {
            return new MapReading.Refused("is over " + Limits.SYMBOL_MAP_BYTES + " bytes");
        }
        int first = 0;
        if (startsWith(file, HEADER)) {
            first = lineAfter(file, 0);
            String version = line(file, HEADER.length(), first).strip();
            if (!version.equals("1.0") && !version.equals("2.0")) {
                return new MapReading.Refused("is of an unknown version");
            }
        }
        int lines = 0;
        for (int at = first; at < file.length; at = lineAfter(file, at)) {
            if (++lines > Limits.SYMBOL_MAP_NAMES) {
                return new MapReading.Refused("has over " + Limits.SYMBOL_MAP_NAMES + " names");
            }
        }
        int[] starts = new int[lines + 1];
        int at = first;
        for (int i = 0; i < lines; i++) {
            starts[i] = at;
            at = lineAfter(file, at);
        }
        starts[lines] = at;
        return new MapReading.Read(new BitcodeSymbolMap(file, starts));
    }

    /** How many names the map has. */
    public int size() {
        return starts.length - 1;
    }

    /**
     * The name of a number, as its bytes.
     *
     * @return empty where the map has no such line or nothing usable on it
     */
    public Optional<byte[]> name(int number) {
        if (number < 0 || number >= size()) {
            return Optional.empty();
        }
        // Latin-1 keeps every byte as it is.
        String name = unquoted(line(text, starts[number], starts[number + 1]).stripTrailing());
        String plain = name.startsWith("\1") ? name.substring(1) : name;
        boolean isUsable = !plain.isEmpty() && plain.length() <= Limits.NAME_BYTES && plain.indexOf('\0') < 0;
        return isUsable ? Optional.of(plain.getBytes(StandardCharsets.ISO_8859_1)) : Optional.empty();
    }

    /** Number of a hidden name, with or without Mach-O's underscore; −1 if it is none. */
    public static int number(String name) {
        int start = name.startsWith("_" + HIDDEN) ? 1 : 0;
        if (!name.startsWith(HIDDEN, start)) {
            return -1;
        }
        int digits = start + HIDDEN.length();
        int end = name.indexOf('_', digits);
        if (end <= digits || end - digits > 9) {
            return -1;
        }
        int number = 0;
        for (int i = digits; i < end; i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static String unquoted(String line) {
        boolean quoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
        return quoted ? line.substring(1, line.length() - 1).replace("\\\"", "\"") : line;
    }

    private static boolean startsWith(byte[] file, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.US_ASCII);
        return file.length >= wanted.length && Arrays.equals(file, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static int lineAfter(byte[] file, int at) {
        int end = at;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, file.length);
    }

    private static String line(byte[] file, int from, int to) {
        return new String(file, from, Math.max(to - from, 0), StandardCharsets.ISO_8859_1);
    }
}
