package dev.flotsam.symbols.binary;

import dev.flotsam.symbols.Limits;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file mapped into memory until closed: the page cache holds its bytes, not the heap. */
public final class MappedFile implements AutoCloseable {
    private final Arena arena;
    private final MemorySegment bytes;

    private MappedFile(Arena arena, MemorySegment bytes) {
        this.arena = arena;
        this.bytes = bytes;
    }

    public static MappedFile open(Path path) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new MappedFile(arena, channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
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
        return new Section(name, bytes.asSlice(offset, size).asByteBuffer());
    }

    @Override
    public void close() {
        arena.close();
    }
}
