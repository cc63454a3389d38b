package dev.flotsam.memory.jetsam;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells apps, extensions, web views and daemons apart from what an entry shows. No field says it, so the evidence is
 * weighed in this order: WebKit's names, Apple's platform-binary flag, names of extension points, names of daemons,
 * states.
 */
final class ProcessKinds {
    /** {@code CS_PLATFORM_BINARY} of XNU's {@code osfmk/kern/cs_blobs.h}: Apple's own code. */
    private static final long PLATFORM_BINARY = 0x0400_0000L;

    /** The endings extension targets commonly carry; Xcode's templates propose most of them. */
    private static final List<String> EXTENSION_ENDINGS = List.of(
            "extension",
            "extensions",
            "appex",
            "widget",
            "widgets",
            "notificationservice",
            "notificationcontent",
            "intenthandler",
            "shareext",
            "packettunnel",
            "keyboardext");

    /** Foreground processes of the system which are no apps. */
    private static final Set<String> SYSTEM_UI = Set.of(
            "springboard", "backboardd", "kernel_task", "launchd", "carousel", "pineboard", "runningboardd", "nebula");

    /** Name lengths at which iOS 9 and iOS 10+ cut; a cut name may end in the middle of "Extension". */
    private static final Set<Integer> CUT_LENGTHS = Set.of(15, 16, 31, 32);

    private static final String EXTENSION = "extension";
    private static final int SHORTEST_CUT_ENDING = 5;

    private ProcessKinds() {}

    static ProcessKind kindOf(JetsamProcess process) {
        String name = process.name().toLowerCase(Locale.ROOT);
        if (name.startsWith("com.apple.webkit.")) {
            return ProcessKind.WEB_VIEW;
        }
        if (SYSTEM_UI.contains(name)) {
            return ProcessKind.DAEMON;
        }
        if (looksLikeExtension(name)) {
            return ProcessKind.EXTENSION;
        }
        if (looksLikeDaemon(process, name)) {
            return ProcessKind.DAEMON;
        }
        return ProcessKind.APP;
    }

    private static boolean looksLikeExtension(String name) {
        return EXTENSION_ENDINGS.stream().anyMatch(name::endsWith) || endsInCutExtension(name);
    }

    private static boolean endsInCutExtension(String name) {
        if (!CUT_LENGTHS.contains(name.length())) {
            return false;
        }
        for (int length = EXTENSION.length() - 1; length >= SHORTEST_CUT_ENDING; length--) {
            if (name.endsWith(EXTENSION.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikeDaemon(JetsamProcess process, String name) {
        boolean seenByPeople = process.inFront() || process.suspended();
        boolean platform = (process.codeSigningFlags() & PLATFORM_BINARY) != 0;
        return !seenByPeople && (process.states().contains("daemon") || platform || name.startsWith("com.apple."));
    }
}
