package dev.flotsam.symbols.binary;

import dev.flotsam.symbols.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file mapped into memory until closed: the page cache holds its bytes, not the heap. Large copies are read instead, so
 * that they don't leave their pages mapped: what is read once from end to end then costs the process no memory.
 */
public final class MappedFile implements AutoCloseable {
    /** Java reads through a native buffer of the size asked for, and keeps it. */
    private static final int READ_BYTES = 1 << 16;

    private final Arena arena;
    private final FileChannel channel;
    private final MemorySegment bytes;

    private MappedFile(Arena arena, FileChannel channel, MemorySegment bytes) {
        this.arena = arena;
        this.channel = channel;
        this.bytes = bytes;
    }

    public static MappedFile open(Path path) throws IOException {
        Arena arena = Arena.ofShared();
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new MappedFile(arena, channel, channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException | RuntimeException e) {
            arena.close();
            channel.close();
            throw e;
        }
    }

    /** Reads bytes of the file; fails with {@link UncheckedIOException} if the storage does or the file shrank. */
    void read(long position, byte[] to, int length) {
        try {
            for (int done = 0; done < length; ) {
                ByteBuffer part = ByteBuffer.wrap(to, done, Math.min(READ_BYTES, length - done));
                int count = channel.read(part, position + done);
                if (count < 0) {
                    throw new EOFException("the file ended at " + (position + done));
                }
                done += count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long size() {
        return bytes.byteSize();
    }

    /** Bytes of the file as a section; fails if they aren't all in the file. */
    public Section section(String name, long offset, long size) {
        if (offset < 0 || size < 0 || offset > size() - size) {
            throw new MalformedBinaryException(
                    name, offset, "claims " + Long.toUnsignedString(size) + " bytes of a file of " + size());
        }
        if (size > Limits.SECTION_BYTES) {
            throw new MalformedBinaryException(name, offset, "has " + size + " bytes, over " + Limits.SECTION_BYTES);
        }
        return new Section(name, bytes.asSlice(offset, size).asByteBuffer(), this, offset);
    }

    @Override
    public void close() throws IOException {
        arena.close();
        channel.close();
    }
}
