package dev.flotsam.signature.names;

/**
 * JVM names without the numbers that compilers and class loaders give: {@code Feed$$Lambda$14/0x1f.run} is {@code
 * Feed$$Lambda.run}, {@code lambda$load$3} is {@code lambda$load}, {@code Feed$2.run} is {@code Feed$.run}.
 */
public final class JavaName {
    private JavaName() {}

    /** The name without numbering; names without a dollar sign stay as they are. */
    public static String of(String name) {
        int first = name.indexOf('$', 1);
        if (first < 0 || name.indexOf(' ') >= 0) {
            return name;
        }
        StringBuilder kept = new StringBuilder(name.length());
        boolean inLambda = false;
        int i = 0;
        while (i < name.length()) {
            int end = numberingEnd(name, i);
            if (end > i) {
                if (name.charAt(i) == '$' && !inLambda && !endsWithLambda(kept)) {
                    kept.append('$');
                }
                i = end;
            } else {
                inLambda = name.charAt(i) != '.' && (inLambda || name.startsWith("lambda$", i));
                kept.append(name.charAt(i));
                i++;
            }
        }
        return kept.toString();
    }

    private static boolean endsWithLambda(StringBuilder kept) {
        int from = kept.length() - "Lambda".length();
        return from >= 0 && kept.indexOf("Lambda", from) == from;
    }

    /** Past a {@code $12} or {@code /0x7f…} that begins at {@code from}, else {@code from}. */
    private static int numberingEnd(String name, int from) {
        if (from > 0 && name.startsWith("/0x", from)) {
            int i = from + 3;
            while (i < name.length() && Character.digit(name.charAt(i), 16) >= 0) {
                i++;
            }
            return i;
        }
        if (from == 0 || name.charAt(from) != '$') {
            return from;
        }
        int i = from + 1;
        while (i < name.length() && Character.isDigit(name.charAt(i))) {
            i++;
        }
        boolean whole = i == name.length() || name.charAt(i) == '.' || name.charAt(i) == '$' || name.charAt(i) == '/';
        return i > from + 1 && whole ? i : from;
    }
}
