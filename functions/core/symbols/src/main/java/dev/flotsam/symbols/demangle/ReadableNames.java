package dev.flotsam.symbols.demangle;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Remembers readable names: a process sees the same functions in frame after frame and report after report, and makes each
 * name readable once. The least recently used ones are forgotten beyond a bound. Safe from any thread.
 */
public final class ReadableNames {
    /** Names remembered. */
    static final int MOST_NAMES = 20_000;

    /** Characters of them, mangled and readable: honest names need about a tenth. */
    static final int MOST_CHARACTERS = 8 << 20;

    /** Makes names readable. */
    @FunctionalInterface
    interface Reader {
        String read(String name, Style style);
    }

    private final Reader reader;
    private final Map<String, Map<Style, String>> names = new LinkedHashMap<>(1 << 10, 0.75f, true);
    private long characters;

    /** Remembers nothing yet. */
    public ReadableNames() {
        this(Demangler::demangle);
    }

    ReadableNames(Reader reader) {
        this.reader = reader;
    }

    /** As {@link Demangler#demangle}. */
    public String of(String name, Style style) {
        String known = known(name, style);
        if (known != null) {
            return known;
        }
        String readable = reader.read(name, style);
        remember(name, style, readable);
        return readable;
    }

    /** Names in one style. */
    public UnaryOperator<String> in(Style style) {
        return name -> of(name, style);
    }

    private synchronized String known(String name, Style style) {
        Map<Style, String> styles = names.get(name);
        return styles == null ? null : styles.get(style);
    }

    private synchronized void remember(String name, Style style, String readable) {
        Map<Style, String> styles = names.computeIfAbsent(name, added -> {
            characters += added.length();
            return new EnumMap<>(Style.class);
        });
        if (styles.put(style, readable) == null) {
            characters += readable.length();
        }
        Iterator<Map.Entry<String, Map<Style, String>>> oldest =
                names.entrySet().iterator();
        while (names.size() > MOST_NAMES || characters > MOST_CHARACTERS) {
            Map.Entry<String, Map<Style, String>> forgotten = oldest.next();
            characters -= forgotten.getKey().length();
            forgotten.getValue().values().forEach(text -> characters -= text.length());
            oldest.remove();
        }
    }
}
