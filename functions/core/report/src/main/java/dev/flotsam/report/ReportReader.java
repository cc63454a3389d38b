package dev.flotsam.report;

import dev.flotsam.report.ReadResult.Rejected;
import dev.flotsam.report.ReadResult.SymbolKind;
import dev.flotsam.report.ReadResult.SymbolUpload;
import dev.flotsam.report.container.ContainerLimits;
import dev.flotsam.report.container.DocumentSink;
import dev.flotsam.report.container.UploadWalker;
import dev.flotsam.report.json.JsonLiteral;
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
    private final ContainerLimits limits;
    private final DocumentReader documents = new DocumentReader();

    public ReportReader() {
        this(ContainerLimits.UPLOAD);
    }

    /** A reader with other limits, such as a function's smaller memory asks for. */
    public ReportReader(ContainerLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads an upload as it streams in, holding one report at a time.
     *
     * @param upload the bytes; not closed
     * @param reports takes each report as it is read, in the upload's order; at least one
     * @throws IOException if the stream itself fails; never for what is in it
     */
    public void read(InputStream upload, Consumer<UploadedReport> reports) throws IOException {
        Numbered numbered = new Numbered(reports);
        numbered.walk(upload, numbered::hold);
    }

    /**
     * Reads an upload as it streams in, memory portraits of any size included.
     *
     * @param upload the bytes; not closed
     * @param reports takes each other report as it is read
     * @param portraits takes each portrait, in the upload's order
     * @throws IOException if the stream itself fails; never for what is in it
     */
    public void read(InputStream upload, Consumer<UploadedReport> reports, PortraitSink portraits) throws IOException {
        new Numbered(reports).walk(upload, portraits);
    }

    /**
     * Reads an upload that is in memory.
     *
     * @param upload the bytes; reports keep them, so they must not be changed
     */
    public List<UploadedReport> read(byte[] upload) {
        List<UploadedReport> reports = new ArrayList<>();
        Numbered numbered = new Numbered(reports::add);
        try {
            new UploadWalker(limits, numbered).walk(upload);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array can't fail", e);
        }
        numbered.finish();
        return reports;
    }

    /** Numbers the reports of one upload. */
    private final class Numbered implements DocumentSink {
        private final Consumer<UploadedReport> reports;
        private PortraitSink portraits = this::hold;
        private int count;

        Numbered(Consumer<UploadedReport> reports) {
            this.reports = reports;
        }

        /** Every upload has at least one result. */
        void finish() {
            if (count == 0) {
                rejected("", "empty", "upload", "an archive without files", new byte[0]);
            }
        }

        @Override
        public void document(String place, byte[] content) {
            for (DocumentPart part : documents.read(content)) {
                reports.accept(new UploadedReport(count++, place, part.part(), content, part.result()));
            }
        }

        void walk(InputStream upload, PortraitSink sink) throws IOException {
            portraits = sink;
            new UploadWalker(limits, this).walk(upload);
            finish();
        }

        @Override
        public void portrait(String place, InputStream content) throws IOException {
            portraits.take(place, content);
            count++;
        }

        /** For whoever wants bytes: a portrait that is no larger than any report. */
        private void hold(String place, InputStream content) throws IOException {
            byte[] bytes = content.readNBytes(limits.reportBytes());
            ReadResult result = content.read() < 0
                    ? new ReadResult.ForMemory(
                            ReadResult.MemoryKind.MEMORY_PORTRAIT, JsonLiteral.MISSING, JsonLiteral.MISSING)
                    : new Rejected(
                            "too-large",
                            "byte " + bytes.length,
                            "larger than " + limits.reportBytes() + " bytes, the limit of one report");
            reports.accept(new UploadedReport(count, place, "", bytes, result));
        }

        @Override
        public void rejected(String place, String code, String where, String message, byte[] content) {
            reports.accept(new UploadedReport(count++, place, "", content, new Rejected(code, where, message)));
        }

        @Override
        public void symbols(String place, SymbolKind kind, byte[] content) {
            reports.accept(new UploadedReport(count++, place, "", content, new SymbolUpload(kind)));
        }
    }
}
