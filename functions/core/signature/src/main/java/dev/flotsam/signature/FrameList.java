package dev.flotsam.signature;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of frames or images as commented text: one pattern a line, {@code #} begins a comment line, blank lines part
 * paragraphs.
 *
 * <p>A pattern is a whole name, or with a {@code *} at its end, its start, or both, the start, end or inside of one.
 * {@code image!pattern} holds only for frames of that image. Matching is exact about case and linear in the name.
 */
final class FrameList {
    static final FrameList EMPTY = new FrameList("empty", List.of());

    private final String name;
    private final List<Pattern> patterns;
    private final Map<String, List<Pattern>> whole = new HashMap<>();
    private final Map<Character, List<Pattern>> starts = new HashMap<>();
    private final List<Pattern> inside = new ArrayList<>();

    private FrameList(String name, List<Pattern> patterns) {
        this.name = name;
        this.patterns = List.copyOf(patterns);
        for (Pattern pattern : this.patterns) {
            switch (pattern.place()) {
                case WHOLE ->
                    whole.computeIfAbsent(pattern.text(), text -> new ArrayList<>())
                            .add(pattern);
                case START ->
                    starts.computeIfAbsent(pattern.text().charAt(0), first -> new ArrayList<>())
                            .add(pattern);
                case END, INSIDE -> inside.add(pattern);
            }
        }
    }

    /** A list from its lines. Throws {@link IllegalArgumentException} naming list, line and text of a bad pattern. */
    static FrameList of(String name, List<String> lines) {
        List<Pattern> patterns = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                patterns.add(Pattern.parse(name, i + 1, line));
            }
        }
        return new FrameList(name, patterns);
    }

    /** A list from a resource, which it closes. */
    static FrameList read(String name, InputStream resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return of(name, reader.readAllLines());
        } catch (IOException e) {
            throw new UncheckedIOException("can't read frame list " + name, e);
        }
    }

    String name() {
        return name;
    }

    List<Pattern> patterns() {
        return patterns;
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    boolean matches(String function, String image) {
        if (function.isEmpty()) {
            return false;
        }
        return anyMatches(whole.get(function), function, image)
                || anyMatches(starts.get(function.charAt(0)), function, image)
                || anyMatches(inside, function, image);
    }

    private static boolean anyMatches(List<Pattern> candidates, String function, String image) {
        if (candidates == null) {
            return false;
        }
        for (Pattern pattern : candidates) {
            if (pattern.matches(function, image)) {
                return true;
            }
        }
        return false;
    }

    /** Where in a name a pattern's text must stand. */
    enum Place {
        WHOLE,
        START,
        END,
        INSIDE
    }

    /**
     * One line of a list.
     *
     * @param line its number, from 1
     * @param image the image it is limited to, empty for any
     * @param place where the text must stand
     * @param text what must stand there
     */
    record Pattern(int line, String image, Place place, String text) {

        static Pattern parse(String list, int number, String line) {
            int bang = line.indexOf('!');
            String image = bang > 0 ? line.substring(0, bang) : "";
            String rest = line.substring(bang > 0 ? bang + 1 : 0);
            boolean openStart = rest.startsWith("*");
            boolean openEnd = rest.length() > 1 && rest.endsWith("*");
            String text = rest.substring(openStart ? 1 : 0, rest.length() - (openEnd ? 1 : 0));
            if (text.isEmpty() || text.indexOf('*') >= 0) {
                throw new IllegalArgumentException(
                        "%s, line %d: \"%s\" needs a name with * only at its ends".formatted(list, number, line));
            }
            Place place = openStart ? (openEnd ? Place.INSIDE : Place.END) : (openEnd ? Place.START : Place.WHOLE);
            return new Pattern(number, image, place, text);
        }

        boolean matches(String function, String inImage) {
            return (image.isEmpty() || image.equals(inImage))
                    && switch (place) {
                        case WHOLE -> function.equals(text);
                        case START -> function.startsWith(text);
                        case END -> function.endsWith(text);
                        case INSIDE -> function.contains(text);
                    };
        }
    }
}
