package dev.flotsam.report.draft;

import java.util.Locale;

/** CPU architectures by the names that Mach-O tools print. */
public final class Architecture {
    private static final int X86 = 7;
    private static final int ARM = 12;
    private static final int ABI64 = 0x0100_0000;
    private static final int ABI64_32 = 0x0200_0000;

    private Architecture() {}

    /** From a Mach-O CPU type and subtype (mach/machine.h); empty if unknown. */
    public static String ofCpu(long type, long subtype) {
        int variant = (int) subtype & 0x00FF_FFFF;
        return switch ((int) type) {
            case X86 -> "i386";
            case X86 | ABI64 -> variant == 8 ? "x86_64h" : "x86_64";
            case ARM ->
                switch (variant) {
                    case 6 -> "armv6";
                    case 9 -> "armv7";
                    case 11 -> "armv7s";
                    case 12 -> "armv7k";
                    default -> "arm";
                };
            case ARM | ABI64 -> variant == 2 ? "arm64e" : "arm64";
            case ARM | ABI64_32 -> "arm64_32";
            default -> "";
        };
    }

    /** From words such as "ARM-64 (Native)", "X86-64", "arm64e", "x86", "ARM"; unknown words in lower case. */
    public static String ofWords(String written) {
        String words = written.strip();
        int blank = words.indexOf(' ');
        String first = (blank < 0 ? words : words.substring(0, blank)).toLowerCase(Locale.ROOT);
        return switch (first) {
            case "arm-64", "arm64v8", "aarch64" -> "arm64";
            case "x86-64", "amd64" -> "x86_64";
            case "x86" -> "i386";
            case "???", "unknown" -> "";
            default -> first;
        };
    }

    /** Whether a more exact name is a variant of a general one: "arm64e" of "arm64", "armv7" of "arm". */
    public static boolean refines(String exact, String general) {
        if (general.isEmpty()) {
            return true;
        }
        boolean narrow = exact.startsWith("armv") && general.equals("arm");
        boolean wide = general.equals("arm64") && (exact.equals("arm64e") || exact.equals("arm64_32"));
        return narrow || wide || (general.equals("x86_64") && exact.equals("x86_64h"));
    }

    /** Whether a word of an image line is an architecture. */
    public static boolean isName(String word) {
        return word.startsWith("arm")
                ? word.length() <= 9
                : switch (word) {
                    case "x86_64", "x86_64h", "i386", "i486", "ppc", "ppc64", "unknown-arch" -> true;
                    default -> false;
                };
    }
}
