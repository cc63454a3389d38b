package dev.flotsam.report.container;

import java.nio.charset.StandardCharsets;

/** What the first bytes of a file say it is. */
enum Magic {
    GZIP,
    ZIP,
    TAR,
    MACH_O,
    PLCRASH,
    BINARY_PLIST,
    TEXT,
    UNKNOWN;

    /** Bytes to look at. */
    static final int LOOKED_AT = 1_024;

    private static final int TAR_MAGIC_AT = 257;
    /** A fat Mach-O has a few architectures where a Java class has its version, 45 or more. */
    private static final int MOST_ARCHITECTURES = 40;

    static Magic of(byte[] head) {
        int first = head.length < 4 ? 0 : int32(head, 0);
        if (first >>> 16 == 0x1F8B) {
            return GZIP;
        }
        if (first == 0x504B0304 || first == 0x504B0506) {
            return ZIP;
        }
        if (isMachO(first, head)) {
            return MACH_O;
        }
        if (startsWith(head, 0, "plcrash")) {
            return PLCRASH;
        }
        if (startsWith(head, 0, "bplist")) {
            return BINARY_PLIST;
        }
        if (startsWith(head, TAR_MAGIC_AT, "ustar")) {
            return TAR;
        }
        return isText(head) ? TEXT : UNKNOWN;
    }

    private static boolean isMachO(int first, byte[] head) {
        return switch (first) {
            case 0xFEEDFACE, 0xFEEDFACF, 0xCEFAEDFE, 0xCFFAEDFE -> true;
            case 0xCAFEBABE, 0xCAFEBABF ->
                head.length >= 8 && Integer.compareUnsigned(int32(head, 4), MOST_ARCHITECTURES) < 0;
            default ->
                startsWith(head, 0, "BCSymbolMap Version")
                        || startsWith(head, 0, "GSYM")
                        || startsWith(head, 0, "MYSG");
        };
    }

    /** No zero bytes, save in UTF-16 with its mark. */
    private static boolean isText(byte[] head) {
        boolean wide = head.length >= 2 && (head[0] == -1 || head[0] == -2) && (head[0] ^ head[1]) == 1;
        for (byte b : head) {
            if (b == 0 && !wide) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] head, int at, String words) {
        byte[] expected = words.getBytes(StandardCharsets.US_ASCII);
        if (head.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (head[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static int int32(byte[] head, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = (value << 8) | (head[i] & 0xFF);
        }
        return value;
    }
}
