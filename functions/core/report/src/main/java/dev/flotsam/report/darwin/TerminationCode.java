package dev.flotsam.report.darwin;

/**
 * Termination codes in words. Sources: Apple, "EXC_CRASH (SIGKILL)" and "Understanding the exception types in a crash
 * report"; watchOS SDK 3.1 release notes (0xc51bad…); Technical Note TN2151 (0xdeadfa11); mach-o/dyld_images.h
 * (DYLD_EXIT_REASON_…); xnu bsd/sys/reason.h (CODESIGNING_EXIT_REASON_…).
 */
public final class TerminationCode {
    private TerminationCode() {}

    /**
     * What a code means.
     *
     * @param namespace who ended the process, such as "FRONTBOARD"; the pronounced codes mean the same in all of them
     * @return a few words such as "watchdog: the app was unresponsive", empty if unknown
     */
    public static String words(String namespace, long code) {
        String pronounced = pronounced(code);
        if (!pronounced.isEmpty()) {
            return pronounced;
        }
        return switch (namespace) {
            case "SIGNAL" -> DarwinSignal.name(code);
            case "DYLD" -> dyld(code);
            case "CODESIGNING" -> codeSigning(code);
            default -> "";
        };
    }

    /** A user's force-quit from the app switcher: no crash of the app's. */
    public static boolean isForceQuit(long code) {
        return (int) code == 0xdeadfa11;
    }

    private static String pronounced(long code) {
        return switch ((int) code) {
            case 0x8badf00d -> "watchdog: the app took too long to launch, resume, suspend or answer";
            case 0xc00010ff -> "thermal: the device was too hot";
            case 0xdead10cc -> "held a file lock or SQLite lock while being suspended";
            case 0xbaadca11 -> "did not report an incoming call to CallKit";
            case 0xbad22222 -> "a VoIP app resumed too often";
            case 0xbaddd15c -> "the system made room on a full disk";
            case 0x2bad45ec -> "security violation: drew insecurely in secure mode";
            case 0xdeadfa11 -> "force-quit by the user";
            case 0x2182bad2 -> "a background task did not complete in time";
            case 0x2182bad3 -> "a background URL session did not complete in time";
            case 0x2182bad4 -> "a background fetch did not complete in time";
            case 0xc51bad01 -> "a watch app used too much CPU time in the background";
            case 0xc51bad02 -> "a watch app's background task took too long";
            case 0xc51bad03 -> "a watch app's background task got too little CPU time on a busy system";
            default -> "";
        };
    }

    private static String dyld(long code) {
        return switch ((int) code) {
            case 1 -> "a library is missing";
            case 2 -> "a library has the wrong architecture";
            case 3 -> "a library has the wrong version";
            case 4 -> "a symbol is missing";
            case 5 -> "the sandbox kept a library from being loaded";
            case 6 -> "a Mach-O file is malformed";
            default -> "";
        };
    }

    private static String codeSigning(long code) {
        return switch ((int) code) {
            case 1 -> "invalid code signature";
            case 2 -> "an invalid page of code";
            case 3 -> "task access port";
            case 4 -> "launch constraint violated";
            default -> "";
        };
    }
}
