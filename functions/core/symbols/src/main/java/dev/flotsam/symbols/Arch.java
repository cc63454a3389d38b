package dev.flotsam.symbols;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A CPU architecture as Apple's tools and reports name it: {@code arm64}, {@code arm64e}, {@code arm64_32},
 * {@code armv7}, {@code armv7s}, {@code armv7k}, {@code i386}, {@code x86_64}, {@code x86_64h}. One nobody here knows is
 * {@code cpu-TYPE-SUBTYPE}, in decimal.
 *
 * @param name the name in lower case
 */
public record Arch(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,40}");
    private static final int ABI64 = 0x0100_0000;
    private static final int ABI64_32 = 0x0200_0000;
    private static final int X86 = 7;
    private static final int ARM = 12;
    private static final int POWERPC = 18;
    /** The top byte of a subtype holds capability bits: 64-bit libraries, arm64e's pointer-authentication ABI. */
    private static final int CAPABILITIES = 0xff00_0000;

    public Arch {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an architecture name: " + name);
        }
    }

    /** The name for the type and subtype a Mach-O header has (mach/machine.h). */
    public static Arch of(int cpuType, int cpuSubtype) {
        int subtype = cpuSubtype & ~CAPABILITIES;
        return new Arch(
                switch (cpuType) {
                    case X86 -> "i386";
                    case X86 | ABI64 -> subtype == 8 ? "x86_64h" : "x86_64";
                    case ARM -> arm(subtype);
                    case ARM | ABI64 -> subtype == 2 ? "arm64e" : "arm64";
                    case ARM | ABI64_32 -> "arm64_32";
                    case POWERPC -> "ppc";
                    case POWERPC | ABI64 -> "ppc64";
                    default -> "cpu-" + Integer.toUnsignedString(cpuType) + "-" + Integer.toUnsignedString(subtype);
                });
    }

    /** The architecture that a report names; empty where it can be none. */
    public static Optional<Arch> parse(String text) {
        return NAME.matcher(text).matches() ? Optional.of(new Arch(text)) : Optional.empty();
    }

    private static String arm(int subtype) {
        return switch (subtype) {
            case 5 -> "armv4t";
            case 6 -> "armv6";
            case 7 -> "armv5";
            case 9 -> "armv7";
            case 10 -> "armv7f";
            case 11 -> "armv7s";
            case 12 -> "armv7k";
            case 14 -> "armv6m";
            case 15 -> "armv7m";
            case 16 -> "armv7em";
            default -> "arm";
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
