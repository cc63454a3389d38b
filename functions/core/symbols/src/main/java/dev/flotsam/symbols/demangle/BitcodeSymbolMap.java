package dev.flotsam.symbols.demangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A BCSymbolMap file: the names that Xcode hid in bitcode before App Store Connect compiled it. The dSYM then says
 * {@code __hidden#42_}, and line 42 of the map has the name.
 *
 * <p>Text, a line each: {@code BCSymbolMap Version: 2.0}, then the names from number 0 on (behaviour of
 * {@code dsymutil --symbol-map}, llvm/llvm-project llvm/tools/dsymutil/SymbolMap.cpp, and of getsentry/symbolic
 * symbolic-debuginfo/src/macho/bcsymbolmap.rs). Version 1.0 has no header. A name that needs its quotes escaped is in
 * {@code "…"}.
 */
public final class BitcodeSymbolMap {
    private static final String HEADER = "BCSymbolMap Version:";
    private static final String HIDDEN = "__hidden#";

    /** Most names that are kept; a map of more is not an app's. */
    static final int MAX_NAMES = 2_000_000;

    private final List<String> names;

    private BitcodeSymbolMap(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** Whether a file that starts so is a map. */
    public static boolean isSymbolMap(String start) {
        return start.startsWith(HEADER);
    }

    /** The map in {@code text}; names beyond {@value #MAX_NAMES} are left out. */
    public static BitcodeSymbolMap read(String text) {
        List<String> names = new ArrayList<>();
        int start = isSymbolMap(text) ? lineAfter(text, 0) : 0;
        while (start < text.length() && names.size() < MAX_NAMES) {
            int next = lineAfter(text, start);
            names.add(name(text.substring(start, next).stripTrailing()));
            start = next;
        }
        return new BitcodeSymbolMap(names);
    }

    private static int lineAfter(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private static String name(String line) {
        boolean quoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
        return quoted ? line.substring(1, line.length() - 1).replace("\\\"", "\"") : line;
    }

    /** Whether {@code name} stands for a hidden one. Such a name says nothing: nothing may be signed on it. */
    public static boolean isHidden(String name) {
        return hiddenNumber(name) >= 0;
    }

    /** Number of a hidden name, with or without Mach-O's underscore; -1 if it is none. */
    private static int hiddenNumber(String name) {
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
            int digit = Character.digit(name.charAt(i), 10);
            if (digit < 0) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The name that {@code hidden} stands for; empty if it is not a hidden name or the map has no such line. */
    public Optional<String> reveal(String hidden) {
        int number = hiddenNumber(hidden);
        boolean known =
                number >= 0 && number < names.size() && !names.get(number).isEmpty();
        return known ? Optional.of(names.get(number)) : Optional.empty();
    }

    /** How many names the map has. */
    public int size() {
        return names.size();
    }
}
