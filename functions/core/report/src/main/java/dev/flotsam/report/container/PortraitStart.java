package dev.flotsam.report.container;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a memory portrait begins with: its header, or the first of its lists. It may have millions of lines, so it is
 * neither held in memory nor taken for a batch of reports, one a line.
 */
final class PortraitStart {
    private static final Pattern START = Pattern.compile(
            "\\s{0,64}\\{\\s{0,64}\"(?:flotsam\"\\s{0,64}:\\s{0,64}\"portrait/|portrait\"\\s{0,64}:|nodes\"\\s{0,64}:"
                    + "\\s{0,64}\\[)");

    private PortraitStart() {}

    static boolean matches(byte[] head) {
        return START.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt();
    }
}
