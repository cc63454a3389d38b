package dev.flotsam.triage.examine;

import java.util.List;

/**
 * One report of an upload and what it means.
 *
 * @param place where it lies in the upload, such as "line 3"; empty for the only one
 * @param part which diagnostic of its document, as JSON path; empty for the whole
 * @param content SHA-256 of its bytes and part, hex
 * @param finding what it means
 */
public record Examined(String place, String part, String content, Finding finding) {

    /** Place and part as one text; empty for the only report of an upload. */
    public String where() {
        return where(place, part);
    }

    static String where(String place, String part) {
        return place.isEmpty() || part.isEmpty() ? place + part : place + " " + part;
    }

    /** The blamed stack as the rules cleaned it, innermost first: what can be compared; none without a stack. */
    public List<String> cleanFrames() {
        return finding instanceof Finding.Stack stack ? stack.signed().cleanFrames() : List.of();
    }
}
