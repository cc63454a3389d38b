package dev.flotsam.report.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One entry of an archive whose stream goes on behind it: closing the entry must not close the archive. */
final class UnclosedStream extends FilterInputStream {
    UnclosedStream(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int size) throws IOException {
        return in.read(bytes, from, size);
    }

    @Override
    public void close() {}
}
