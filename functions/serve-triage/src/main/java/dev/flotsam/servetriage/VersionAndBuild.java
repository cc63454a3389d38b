package dev.flotsam.servetriage;

/**
 * A version as reports are counted by, "5.2 (1042)", in its two parts.
 *
 * @param version marketing version
 * @param build empty if it is not told
 */
record VersionAndBuild(String version, String build) {
    static VersionAndBuild of(String text) {
        int open = text.endsWith(")") ? text.lastIndexOf(" (") : -1;
        return open < 0
                ? new VersionAndBuild(text, "")
                : new VersionAndBuild(text.substring(0, open), text.substring(open + 2, text.length() - 1));
    }
}
