package dev.flotsam.memory.session.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** System versions as clients spell them: "17.4", "Version 11.4 (Build 15F79)", "18.0 (22A3354)". */
record SystemText(String version, String build) {
    private static final Pattern SHAPE =
            Pattern.compile("\\D{0,32}(\\d[\\d.]{0,20})\\s{0,4}(?:\\((?:Build )?([0-9A-Za-z]{1,16})\\))?.{0,32}");

    static SystemText of(String text) {
        Matcher match = SHAPE.matcher(text);
        if (!match.matches()) {
            return new SystemText(text, "");
        }
        return new SystemText(match.group(1), match.group(2) == null ? "" : match.group(2));
    }
}
