package dev.flotsam.symbols.demangle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what looks like a mangled name in any file: in symbol and debug strings of binaries, and in text. */
final class MangledNames {
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z0-9_$.])("
            + "_{0,2}\\$[sSe][0-9A-Za-z_]|_{1,2}T(?:0|[FtCVOMWIPSwZvidT])|_{1,4}Z[0-9A-Z]|@__swiftmacro_"
            + ")[A-Za-z0-9_$.]*[A-Za-z0-9_$]");

    private MangledNames() {}

    /** Distinct names in {@code file}; in a binary only whole strings, which end with a NUL. */
    static SortedSet<String> in(Path file) {
        String content = content(file);
        boolean binary = content.indexOf('\0') >= 0;
        SortedSet<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(content);
        while (matcher.find()) {
            if (!binary || (isNul(content, matcher.start() - 1) && isNul(content, matcher.end()))) {
                names.add(matcher.group());
            }
        }
        return names;
    }

    private static boolean isNul(String content, int at) {
        return at >= 0 && at < content.length() && content.charAt(at) == '\0';
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
