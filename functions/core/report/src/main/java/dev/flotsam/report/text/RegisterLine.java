package dev.flotsam.report.text;

import java.util.Map;

/** Registers as they are printed: "rax: 0x000000008589e7fb  rbx: 0x00000001062cce92 …", words behind a value skipped. */
final class RegisterLine {
    private static final int LONGEST_NAME = 24;

    private RegisterLine() {}

    /** Reads a line's registers; false when it has none. */
    static boolean read(String text, int start, int end, Map<String, Long> registers) {
        int first = FrameLine.skipBlanks(text, start, end);
        boolean any = false;
        int at = first;
        while (at < end) {
            int colon = text.indexOf(':', at, end);
            if (colon < 0) {
                return any;
            }
            int nameAt = colon;
            while (nameAt > at && text.charAt(nameAt - 1) > ' ') {
                nameAt--;
            }
            int valueAt = FrameLine.skipBlanks(text, colon + 1, end);
            boolean isValue = text.startsWith("0x", valueAt) && valueAt + 2 < end;
            boolean isName = colon > nameAt && colon - nameAt <= LONGEST_NAME;
            if (!isValue || !isName || (!any && nameAt != first)) {
                return any;
            }
            int valueEnd = FrameLine.skipHex(text, valueAt + 2, end);
            registers.put(text.substring(nameAt, colon), FrameLine.hex(text, valueAt + 2, valueEnd));
            any = true;
            at = Math.max(valueEnd, colon + 1);
        }
        return any;
    }
}
