package dev.flotsam.report.draft;

import java.util.Locale;

/** UUIDs in the one spelling that is compared: upper case with dashes. */
public final class Uuids {
    private Uuids() {}

    /** A Mach-O UUID, dashed or not, in angle brackets or not; empty when it isn't one or is all zeros. */
    public static String ofImage(String written) {
        String uuid = dashed(written);
        return uuid.equals("00000000-0000-0000-0000-000000000000") ? "" : uuid;
    }

    /** An incident identifier: upper case with dashes when it is a UUID, else as it is written. */
    public static String ofIncident(String written) {
        String uuid = dashed(written);
        return uuid.isEmpty() ? written.strip() : uuid;
    }

    private static String dashed(String written) {
        char[] out = new char[36];
        int digits = 0;
        int at = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '-' || c == '<' || c == '>' || c == ' ') {
                continue;
            }
            boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!hex || digits == 32) {
                return "";
            }
            if (digits == 8 || digits == 12 || digits == 16 || digits == 20) {
                out[at++] = '-';
            }
            out[at++] = c >= 'a' ? (char) (c - 32) : c;
            digits++;
        }
        return digits == 32 ? new String(out) : "";
    }

    /** A UUID without dashes in lower case, as Apple text prints it between angle brackets. */
    public static String undashed(String uuid) {
        return uuid.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
