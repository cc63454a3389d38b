package dev.flotsam.report.container;

import dev.flotsam.report.ReadResult.SymbolKind;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Walks an upload layer by layer and hands out its documents. One walker per upload. */
public final class UploadWalker {
    private static final int BUFFER = 1 << 16;

    private final Budget budget;
    private final DocumentSink sink;

    public UploadWalker(ContainerLimits limits, DocumentSink sink) {
        this.budget = new Budget(limits);
        this.sink = sink;
    }

    /**
     * Walks an upload to its end, or to where it can't be read on.
     *
     * @throws IOException if the stream itself fails; never for what is in it
     */
    public void walk(InputStream upload) throws IOException {
        try {
            layer(new CountedStream(upload, budget, true), "", 0);
        } catch (SourceFailure e) {
            throw e.failure();
        } catch (LimitExceeded e) {
            sink.rejected("", e.code, "upload", e.getMessage(), new byte[0]);
        }
    }

    /** Walks an upload that is in memory: a bare document is handed on as it is, without a copy. */
    public void walk(byte[] upload) throws IOException {
        byte[] head = Arrays.copyOf(upload, Math.min(upload.length, Magic.LOOKED_AT));
        Magic magic = Magic.of(head);
        boolean bare = magic == Magic.TEXT || magic == Magic.PLCRASH || magic == Magic.BINARY_PLIST;
        if (bare
                && !PortraitStart.matches(head)
                && upload.length <= budget.reportBytes()
                && !JsonLines.startsBatch(upload)) {
            sink.document("", upload);
        } else {
            walk(new ByteArrayInputStream(upload));
        }
    }

    private void layer(InputStream in, String place, int depth) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(Magic.LOOKED_AT);
        byte[] head;
        try {
            head = buffered.readNBytes(Magic.LOOKED_AT);
        } catch (SourceFailure | LimitExceeded e) {
            throw e;
        } catch (IOException e) {
            broken(place, e, new byte[0]);
            return;
        }
        buffered.reset();
        Magic magic = Magic.of(head);
        switch (magic) {
            case GZIP, ZIP, TAR -> unpack(magic, buffered, place, depth, head);
            case MACH_O -> sink.symbols(place, SymbolKind.MACH_O, head);
            case PLCRASH, BINARY_PLIST, TEXT -> {
                if (PortraitStart.matches(head)) {
                    sink.portrait(place, buffered);
                } else {
                    document(buffered, place);
                }
            }
            case UNKNOWN ->
                sink.rejected(
                        place,
                        "not-a-report",
                        "byte 0",
                        "binary data that no format starts with: " + shown(head),
                        head);
        }
    }

    private void unpack(Magic magic, InputStream in, String place, int depth, byte[] head) throws IOException {
        budget.depth(depth + 1);
        try {
            switch (magic) {
                case GZIP -> layer(counted(new GZIPInputStream(in, BUFFER), depth), place, depth + 1);
                case ZIP -> zip(in, place, depth);
                case TAR -> tar(in, place, depth);
                case MACH_O, PLCRASH, BINARY_PLIST, TEXT, UNKNOWN -> throw new AssertionError("not a container");
            }
        } catch (SourceFailure | LimitExceeded e) {
            throw e;
        } catch (IOException e) {
            broken(place, e, head);
        }
    }

    /** Bytes are counted once, where they are unpacked first. */
    private InputStream counted(InputStream layer, int depth) {
        return depth == 0 ? new CountedStream(layer, budget, false) : layer;
    }

    private void zip(InputStream in, String place, int depth) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        InputStream content = counted(zip, depth);
        ArchiveEntries entries = new ArchiveEntries(place);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry(entries, entry.getName(), entry.isDirectory(), new UnclosedStream(content), depth)) {
                return;
            }
        }
    }

    private void tar(InputStream in, String place, int depth) throws IOException {
        TarEntries tar = new TarEntries(in);
        ArchiveEntries entries = new ArchiveEntries(place);
        while (tar.advance()) {
            if (!entry(entries, tar.name(), !tar.isFile(), new UnclosedStream(tar.content()), depth)) {
                return;
            }
        }
    }

    /** Reads an archive's entry; false when the rest of the archive is symbols. */
    private boolean entry(ArchiveEntries entries, String name, boolean directory, InputStream content, int depth)
            throws IOException {
        budget.entry();
        ArchiveEntries.Role role = entries.next(name, directory);
        switch (role) {
            case SKIPPED -> {}
            case FIRST_SYMBOLS -> sink.symbols(entries.container(), entries.symbols(), new byte[0]);
            case REPORT -> layer(content, entries.place(), depth + 1);
        }
        return !entries.isXcarchive();
    }

    private void document(InputStream in, String place) throws IOException {
        byte[] content;
        try {
            content = in.readNBytes(budget.reportBytes());
            int next = content.length < budget.reportBytes() ? -1 : in.read();
            if (next >= 0) {
                large(content, next, in, place);
                return;
            }
        } catch (SourceFailure | LimitExceeded e) {
            throw e;
        } catch (IOException e) {
            broken(place, e, new byte[0]);
            return;
        }
        if (JsonLines.startsBatch(content)) {
            new JsonLines(budget, sink, place).split(new ByteArrayInputStream(content));
        } else {
            sink.document(place, content);
        }
    }

    private void large(byte[] start, int next, InputStream rest, String place) throws IOException {
        if (JsonLines.startsBatch(start)) {
            InputStream whole = new SequenceInputStream(
                    new ByteArrayInputStream(start),
                    new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) next}), rest));
            new JsonLines(budget, sink, place).split(whole);
        } else {
            String limit = "larger than " + budget.reportBytes() + " bytes, the limit of one report";
            sink.rejected(place, "too-large", "byte " + start.length, limit, Arrays.copyOf(start, Magic.LOOKED_AT));
        }
    }

    private void broken(String place, IOException e, byte[] head) {
        boolean cut = e instanceof EOFException;
        String code = cut ? "cut-short" : "bad-archive";
        String message = cut ? "the archive ends in the middle of an entry" : "can't be unpacked: " + e.getMessage();
        sink.rejected(place, code, place.isEmpty() ? "upload" : place, message, head);
    }

    private static String shown(byte[] head) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(8, head.length); i++) {
            shown.append(Character.forDigit(head[i] >> 4 & 0xF, 16)).append(Character.forDigit(head[i] & 0xF, 16));
        }
        return shown.toString();
    }
}
