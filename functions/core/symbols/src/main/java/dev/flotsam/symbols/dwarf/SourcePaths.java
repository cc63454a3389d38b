package dev.flotsam.symbols.dwarf;

/** Puts source paths together as llvm-symbolizer does, from debug information of any operating system. */
final class SourcePaths {
    private SourcePaths() {}

    /** Absolute on POSIX or Windows. A network root ({@code //host}) is only with a separator after it. */
    static boolean isAbsolute(String path) {
        if (path.startsWith("/") && !isNetwork(path, false)) {
            return true;
        }
        int root = rootLength(path);
        return root > 0 && root < path.length() && isSeparator(path.charAt(root), true);
    }

    /** Characters of a Windows drive or a network root, 0 if the path starts with neither. */
    private static int rootLength(String path) {
        if (isNetwork(path, true)) {
            return component(path, 2);
        }
        if (path.length() >= 2 && path.charAt(1) == ':' && isLetter(path.charAt(0))) {
            return 2;
        }
        // Windows has devices, such as "con:", beside drives.
        int end = component(path, 0);
        return end > 0 && path.charAt(end - 1) == ':' ? end : 0;
    }

    private static boolean isNetwork(String path, boolean windows) {
        return path.length() > 2
                && isSeparator(path.charAt(0), windows)
                && path.charAt(1) == path.charAt(0)
                && !isSeparator(path.charAt(2), windows);
    }

    /** Where the component that starts at {@code from} ends. */
    private static int component(String path, int from) {
        int at = from;
        while (at < path.length() && !isSeparator(path.charAt(at), true)) {
            at++;
        }
        return at;
    }

    private static boolean isSeparator(char character, boolean windows) {
        return character == '/' || (windows && character == '\\');
    }

    private static boolean isLetter(char character) {
        char lower = (char) (character | 0x20);
        return lower >= 'a' && lower <= 'z';
    }

    static String append(String path, String component) {
        if (path.isEmpty()) {
            return component;
        }
        if (path.endsWith("/")) {
            return path + component.replaceFirst("^/+", "");
        }
        return component.startsWith("/") ? path + component : path + "/" + component;
    }
}
