package dev.flotsam.report.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what passes: packed bytes of the source, or unpacked bytes of a layer. */
final class CountedStream extends FilterInputStream {
    private final Budget budget;
    private final boolean source;

    /** @param source these are the upload's own bytes: failures are infrastructure's */
    CountedStream(InputStream in, Budget budget, boolean source) {
        super(in);
        this.budget = budget;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int size) throws IOException {
        int count = source ? readSource(bytes, from, size) : in.read(bytes, from, size);
        if (count > 0 && source) {
            budget.packed(count);
        } else if (count > 0) {
            budget.unpacked(count);
        }
        return count;
    }

    private int readSource(byte[] bytes, int from, int size) throws IOException {
        try {
            return in.read(bytes, from, size);
        } catch (IOException e) {
            throw new SourceFailure(e);
        }
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] sink = new byte[Math.clamp(bytes, 1, 8_192)];
        return Math.max(0, read(sink, 0, (int) Math.min(bytes, sink.length)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Layers end with their upload; the source is its owner's to close. */
    @Override
    public void close() {}
}
