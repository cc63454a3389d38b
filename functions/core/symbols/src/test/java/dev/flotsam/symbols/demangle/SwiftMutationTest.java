package dev.flotsam.symbols.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.demangle.SwiftVectors.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vectors changed in ways that say what their answer must become: nothing is known by heart. */
class SwiftMutationTest {
    private static final Pattern SIMPLE_IDENTIFIER = Pattern.compile("(?<![0-9A-Za-z_])([a-z]+)(?![0-9A-Za-z_])");
    private static final Pattern MERGED = Pattern.compile("A([0-9]*)([a-z]*)([A-Z])");
    private static final Pattern REPEATED_STANDARD = Pattern.compile("(?<![0-9])S([2-9])([A-Za-z])");

    /** A file of vectors and the style it is in. */
    enum Source {
        FULL("swift-manglings.txt", Style.FULL),
        SIMPLIFIED("swift-simplified-manglings.txt", Style.SIMPLIFIED);

        private final String file;
        private final Style style;

        Source(String file, Style style) {
            this.file = file;
            this.style = style;
        }

        Stream<Vector> readable() {
            return SwiftVectors.in(file).stream().filter(v -> !v.isUnreadable());
        }

        /** Vectors with another answer than they must have, with that answer. */
        List<String> wrong(List<Vector> vectors) {
            return vectors.stream()
                    .filter(v -> !Demangler.demangle(v.mangled(), style).equals(v.expected()))
                    .map(v -> v + " but was " + Demangler.demangle(v.mangled(), style))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void aRenamedIdentifierIsRenamedInTheAnswer(Source source) {
        List<Vector> renamed =
                source.readable().flatMap(SwiftMutationTest::renamed).toList();

        assertThat(renamed).hasSizeGreaterThan(50);
        assertThat(source.wrong(renamed)).isEmpty();
    }

    /** The vector once for each of its identifiers, where that stands in the name in full and once. */
    private static Stream<Vector> renamed(Vector vector) {
        boolean containsNames = vector.mangled().lastIndexOf("_T") > 2;
        if (repeatsWords(vector) || containsNames) {
            return Stream.empty();
        }
        return SIMPLE_IDENTIFIER
                .matcher(vector.expected())
                .results()
                .map(word -> word.group(1))
                .distinct()
                .filter(word -> occurrences(vector.mangled(), word) == 1 && stands(vector.mangled(), word))
                .map(word -> {
                    String other = "un" + word + "ish";
                    return new Vector(
                            vector.mangled().replace(word.length() + word, other.length() + other),
                            vector.expected().replaceAll("(?<![0-9A-Za-z_])" + word + "(?![0-9A-Za-z_])", other));
                });
    }

    private static boolean repeatsWords(Vector vector) {
        return vector.mangled().matches(".*0[0-9]*[A-Za-z].*");
    }

    private static int occurrences(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    /** Its length stands before it, and no other digit before that; a word of the language can't be renamed. */
    private static boolean stands(String mangled, String word) {
        Matcher place = Pattern.compile("(?<![0-9])" + word.length() + word).matcher(mangled);
        return word.length() < 10 && !word.equals("subscript") && place.find();
    }

    @Test
    void mergedSubstitutionsSayTheSameOneByOne() {
        List<Vector> split = Source.FULL
                .readable()
                .filter(v -> v.mangled().matches("_?\\$s.*") && !repeatsWords(v))
                .filter(v -> !v.mangled().contains("WAl"))
                .map(v -> new Vector(outsideIdentifiers(v.mangled(), SwiftMutationTest::splitMerged), v.expected()))
                .filter(v -> Source.FULL.readable().noneMatch(v::equals))
                .toList();

        assertThat(split).hasSizeGreaterThan(30);
        assertThat(Source.FULL.wrong(split)).isEmpty();
    }

    private static String splitMerged(String operators) {
        String split = MERGED.matcher(operators).replaceAll(merged -> {
            StringBuilder single = new StringBuilder();
            String letters = merged.group(2) + merged.group(3).toLowerCase(Locale.ROOT);
            int times = merged.group(1).isEmpty() ? 1 : Integer.parseInt(merged.group(1));
            for (int i = 0; i < letters.length(); i++) {
                String one = "A" + Character.toUpperCase(letters.charAt(i));
                single.append(one.repeat(i == 0 ? times : 1));
            }
            return single.toString();
        });
        return REPEATED_STANDARD
                .matcher(split)
                .replaceAll(repeated -> ("S" + repeated.group(2)).repeat(Integer.parseInt(repeated.group(1))));
    }

    /** Changes the runs between identifiers, whose letters are no operators. */
    private static String outsideIdentifiers(String mangled, UnaryOperator<String> change) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < mangled.length(); i++) {
            boolean length = isDigit(mangled, i) && !isDigit(mangled, i - 1) && startsIdentifier(mangled, i);
            if (length) {
                int digits = i;
                while (isDigit(mangled, digits)) {
                    digits++;
                }
                int end = Math.min(mangled.length(), digits + Integer.parseInt(mangled.substring(i, digits)));
                parts.add(change.apply(mangled.substring(start, i)));
                parts.add(mangled.substring(i, end));
                start = end;
                i = end - 1;
            }
        }
        parts.add(change.apply(mangled.substring(start)));
        return String.join("", parts);
    }

    private static boolean isDigit(String text, int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }

    /** A digit that starts a length: not zero, and not the number in a substitution or an index. */
    private static boolean startsIdentifier(String text, int i) {
        int end = i;
        while (isDigit(text, end)) {
            end++;
        }
        char before = i > 0 ? text.charAt(i - 1) : ' ';
        boolean index = end < text.length() && text.charAt(end) == '_';
        return text.charAt(i) != '0' && before != 'A' && before != 'S' && !index && end - i < 4;
    }

    @Test
    void aSubstitutionSaysWhatItStandsForWhereverItStands() {
        String spelled = "$s4Shop5shelf3one3two5threeyAA4BookV_AA4BookVAA4BookVSgtF";
        String substituted = "$s4Shop5shelf3one3two5threeyAA4BookV_AgGSgtF";
        String counted = "$s4Shop5shelf3one3two5threeyAA4BookV_A2GSgtF";
        String expected = "Shop.shelf(one: Shop.Book, two: Shop.Book, three: Shop.Book?) -> ()";

        assertThat(Demangler.demangle(spelled, Style.FULL)).isEqualTo(expected);
        assertThat(Demangler.demangle(substituted, Style.FULL)).isEqualTo(expected);
        assertThat(Demangler.demangle(counted, Style.FULL)).isEqualTo(expected);
    }
}
