package dev.flotsam.symbols.demangle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Vectors of the Swift compiler's test suite: {@code mangled ---> expected}. A few lines have two dashes; lines with
 * another arrow are fragments of the intermediate language or lost their prefix, and no Swift tool reads them.
 */
final class SwiftVectors {
    private static final Pattern LINE = Pattern.compile("^(\\S+) +--?-> (.*)$");
    private static final Pattern ANNOTATION = Pattern.compile("^\\{[TC:][^}]*} ");

    private SwiftVectors() {}

    /** A name and what it must become. */
    record Vector(String mangled, String expected) {
        /** The compiler's own tool can't read it either. */
        boolean isUnreadable() {
            return mangled.equals(expected);
        }
    }

    static List<Vector> in(String file) {
        try (Stream<String> lines = Files.lines(CorpusFolder.at("demangle").resolve(file))) {
            return lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new Vector(
                            line.group(1), ANNOTATION.matcher(line.group(2)).replaceFirst("")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
