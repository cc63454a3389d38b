package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.alert.message.Redaction.Found;
import dev.flotsam.triage.alert.message.Redaction.Rule;
import java.util.List;

/** The user's name in {@code /Users/NAME/…} and its like on other systems. */
final class UserPaths implements Rule {
    private static final List<String> HOMES =
            List.of("/Users/", "/home/", "\\Users\\", "%2FUsers%2F", "/Volumes/Users/");

    /** Longest user name taken for one that holds spaces. */
    private static final int NAME = 64;

    @Override
    public Found at(String text, int at) {
        for (String home : HOMES) {
            if (text.regionMatches(true, at, home, 0, home.length())) {
                int from = at + home.length();
                int end = end(text, from);
                if (end > from) {
                    return new Found(end, text.substring(at, from) + "…");
                }
            }
        }
        return Found.NOTHING;
    }

    /** A name may hold spaces if a path goes on behind it. */
    private static int end(String text, int from) {
        int word = Chars.run(text, from, text.length(), c -> isName(c) && !Character.isWhitespace(c));
        int spaced = Chars.run(text, from, NAME, c -> isName(c) && c != '\n');
        boolean goesOn = spaced < text.length() && (text.charAt(spaced) == '/' || text.charAt(spaced) == '\\');
        return goesOn ? Math.max(spaced, word) : word;
    }

    private static boolean isName(int c) {
        return "/\\\"'`,;:()[]{}<>%".indexOf(c) < 0;
    }
}
