package dev.flotsam.report.json;

/**
 * Why a document ended before its end.
 *
 * @param code "bad-json", "cut-short" or "too-large"
 * @param path where, as a JSON path such as "$.threads[3].frames"
 * @param offset where, in bytes from the start of the bytes given to the reader; −1 if unknown
 * @param message what is wrong there
 */
public record JsonDamage(String code, String path, long offset, String message) {

    /** The place as a report's reader says it. */
    public String where() {
        return offset < 0 ? path : path + " (byte " + offset + ")";
    }
}
