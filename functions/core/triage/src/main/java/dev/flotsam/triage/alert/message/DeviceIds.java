package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.alert.message.Redaction.Found;
import dev.flotsam.triage.alert.message.Redaction.Rule;

/** UUIDs with and without dashes, device ids of 40 hex digits or of 8 and 16, and all longer runs of hex digits. */
final class DeviceIds implements Rule {
    /** Hex digits that are more than any address or offset has. */
    private static final int LONG_HEX = 20;

    private static final int[] UUID = {8, 4, 4, 4, 12};
    private static final int[] DEVICE = {8, 16};
    private static final int[] HARDWARE = {2, 2, 2, 2, 2, 2};

    @Override
    public Found at(String text, int at) {
        if (!Chars.startsWord(text, at) || !Chars.isHex(text.charAt(at))) {
            return Found.NOTHING;
        }
        int end = groups(text, at, UUID, "-_");
        if (end < 0) {
            end = groups(text, at, DEVICE, "-");
        }
        if (end < 0) {
            end = groups(text, at, HARDWARE, ":-");
        }
        if (end < 0) {
            int run = Chars.run(text, at, text.length(), Chars::isHex);
            end = run - at >= LONG_HEX && Chars.endsWord(text, run) ? run : -1;
        }
        return end < 0 ? Found.NOTHING : new Found(end, "[id]");
    }

    /** Where hex digits in groups of these lengths end; negative if they aren't there. */
    private static int groups(String text, int at, int[] lengths, String separators) {
        int from = at;
        for (int i = 0; i < lengths.length; i++) {
            if (i > 0) {
                if (from >= text.length() || separators.indexOf(text.charAt(from)) < 0) {
                    return -1;
                }
                from++;
            }
            int end = Chars.run(text, from, lengths[i] + 1, Chars::isHex);
            if (end - from != lengths[i]) {
                return -1;
            }
            from = end;
        }
        return Chars.endsWord(text, from) ? from : -1;
    }
}
