package dev.flotsam.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads an upload: whatever container and format it is in, one result per report. Safe for use by several threads.
 *
 * <p>Content decides, never a name. Bad input is a {@link ReadResult.Rejected} of its own report; the others go on.
 */
public final class ReportReader {

    /**
     * Reads an upload as it streams in, holding one report at a time.
     *
     * @param upload the bytes; not closed
     * @param reports takes each report as it is read, in the upload's order
     * @throws IOException if the stream itself fails; never for what is in it
     */
    public void read(InputStream upload, Consumer<UploadedReport> reports) throws IOException {
        byte[] content = upload.readAllBytes();
        reports.accept(new UploadedReport(
                0, "", "", content, new ReadResult.Rejected("not-a-report", "byte 0", "no format reads this yet")));
    }

    /** Reads an upload that is in memory. */
    public List<UploadedReport> read(byte[] upload) {
        List<UploadedReport> reports = new ArrayList<>();
        try {
            read(new ByteArrayInputStream(upload), reports::add);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array can't fail", e);
        }
        return reports;
    }
}
