package dev.flotsam.signature;

import java.util.Locale;
import java.util.Optional;

/**
 * Families of kills by the system.
 *
 * <p>Codes: Apple, "Understanding the exception types in a crash report" (developer.apple.com/documentation/xcode).
 */
final class Terminations {
    private Terminations() {}

    /** The family of a kill; empty if namespace and code say no more than the signal does. */
    static String kindOf(String namespace, Optional<Long> code) {
        String byCode = code.map(Terminations::byCode).orElse("");
        return byCode.isEmpty() ? byNamespace(namespace.toUpperCase(Locale.ROOT)) : byCode;
    }

    private static String byCode(long code) {
        return switch ((int) code) {
            case 0x8badf00d -> "watchdog";
            case 0xdead10cc -> "file-lock";
            case 0xc00010ff -> "thermal";
            case 0xbaadca11 -> "pushkit";
            case 0xbad22222 -> "voip-resume";
            case 0xc51bad01 -> "background-cpu";
            case 0xc51bad02 -> "background-time";
            case 0xc51bad03 -> "background-starved";
            case 0x2bad45ec -> "security";
            case 0xdeadfa11 -> "force-quit";
            default -> "";
        };
    }

    private static String byNamespace(String namespace) {
        return switch (namespace) {
            case "DYLD" -> "dyld";
            case "CODESIGNING" -> "code-signing";
            case "JETSAM" -> "memory-kill";
            case "WATCHDOG" -> "watchdog";
            case "GUARD" -> "guard";
            case "TCC" -> "privacy";
            default -> "";
        };
    }
}
