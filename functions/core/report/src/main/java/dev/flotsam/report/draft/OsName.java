package dev.flotsam.report.draft;

import dev.flotsam.report.ParsedReport.Os;
import java.util.Locale;

/** Operating systems by the names that people use today. */
public final class OsName {
    private OsName() {}

    /** "iPhone OS" → "iOS", "Mac OS X" → "macOS", "Watch OS" → "watchOS", …; unknown names as they are. */
    public static String modern(String written) {
        String name = written.strip();
        return switch (name.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "iphoneos", "ios" -> "iOS";
            case "ipados" -> "iPadOS";
            case "macosx", "osx", "macos" -> "macOS";
            case "watchos" -> "watchOS";
            case "appletvos", "tvos", "appletvsoftware" -> "tvOS";
            case "xros", "visionos", "realityos" -> "visionOS";
            case "bridgeos" -> "bridgeOS";
            default -> name;
        };
    }

    /** Reads "iPhone OS 17.2.1 (21C66)", "macOS 12.4 (21F79)", "Version 11.4 (Build 15F79)" and parts of them. */
    public static Os parse(String written) {
        String text = written.strip();
        String build = "";
        int open = text.lastIndexOf('(');
        if (open >= 0 && text.endsWith(")") && (open == 0 || text.charAt(open - 1) == ' ')) {
            build = text.substring(open + 1, text.length() - 1).strip();
            if (build.startsWith("Build ")) {
                build = build.substring(6);
            }
            text = text.substring(0, open).strip();
        }
        int digits = 0;
        while (digits < text.length()
                && !(Character.isDigit(text.charAt(digits)) && (digits == 0 || text.charAt(digits - 1) == ' '))) {
            digits++;
        }
        String name = modern(text.substring(0, digits));
        return new Os(name.equals("Version") ? "" : name, text.substring(digits).strip(), build);
    }

    /** The operating system of a Mach-O platform number (mach-o/loader.h), empty if unknown. */
    public static String ofPlatform(long platform) {
        return switch ((int) platform) {
            case 1, 6 -> "macOS";
            case 2, 7 -> "iOS";
            case 3, 8 -> "tvOS";
            case 4, 9 -> "watchOS";
            case 5 -> "bridgeOS";
            case 11, 12 -> "visionOS";
            default -> "";
        };
    }

    /** Whether a Mach-O platform number is a simulator's. */
    public static boolean isSimulatorPlatform(long platform) {
        return platform == 7 || platform == 8 || platform == 9 || platform == 12;
    }
}
