package dev.flotsam.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * One report of an upload, or what is wrong with it.
 *
 * <p>An upload may hold many reports (an archive, NDJSON), and one document may too (a MetricKit payload with several
 * diagnostics): such reports have the same bytes and differ in {@link #part}.
 */
public final class UploadedReport {
    private final int index;
    private final String place;
    private final String part;
    private final byte[] content;
    private final ReadResult result;

    /**
     * @param index its number in the upload, from 0
     * @param place where it lies in the upload, such as "line 3" or "entry 2"; empty when it is the whole upload
     * @param part which diagnostic of the document, as JSON path; empty when it is the whole document
     * @param content the bytes of its document; kept, not copied
     * @param result what they turned out to be
     */
    public UploadedReport(int index, String place, String part, byte[] content, ReadResult result) {
        this.index = index;
        this.place = Objects.requireNonNull(place, "place");
        this.part = Objects.requireNonNull(part, "part");
        this.content = Objects.requireNonNull(content, "content");
        this.result = Objects.requireNonNull(result, "result");
    }

    /** Its number in the upload, from 0. */
    public int index() {
        return index;
    }

    /** Where it lies in the upload: "line 3", "entry 2", "entry 2, line 7"; empty when it is the whole upload. */
    public String place() {
        return place;
    }

    /** Which diagnostic of the document, such as "$.crashDiagnostics[1]"; empty when it is the whole document. */
    public String part() {
        return part;
    }

    /** The document's bytes, unpacked; of a rejected container or oversized report, as much as was looked at. */
    public byte[] content() {
        return content;
    }

    /** What it turned out to be. */
    public ReadResult result() {
        return result;
    }

    /** SHA-256 over the document and the part, in hex: the same report has the same hash wherever it lies. */
    public String contentHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content);
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "UploadedReport[" + index + ", " + place + ", " + part + ", " + content.length + " bytes, " + result
                + "]";
    }
}
