package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks addresses up in one GSYM, ours or llvm-gsymutil's, of either byte order. Nothing is read ahead: opening costs
 * the header, a lookup a binary search and the one function's data. Safe for several threads.
 */
public final class Gsym {
    private final ByteBuffer bytes;
    private final GsymHeader header;
    private final GsymText text;

    private Gsym(ByteBuffer bytes, GsymHeader header) {
        this.bytes = bytes;
        this.header = header;
        this.text = new GsymText(bytes, header);
    }

    /**
     * Opens a GSYM that lies in a buffer from its position to its limit; the buffer must not change afterwards.
     *
     * @throws MalformedBinaryException if the header is wrong
     */
    public static Gsym open(ByteBuffer buffer) {
        ByteBuffer bytes = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
        GsymHeader header = GsymHeader.read(bytes);
        return new Gsym(bytes, header);
    }

    /** The image's UUID; empty if the writer had none of 16 bytes. */
    public Optional<UUID> uuid() {
        return header.uuid();
    }

    /** What addresses are relative to; in files written here, where {@code __TEXT} was linked to. */
    public long baseAddress() {
        return header.baseAddress();
    }

    public int functionCount() {
        return header.count();
    }

    /** First address of entry {@code index}, relative to the base address; ascending. */
    public long functionStart(int index) {
        return header.start(bytes, index);
    }

    /**
     * All that is said of entry {@code index}.
     *
     * @throws MalformedBinaryException if it contradicts itself
     */
    public GsymFunction function(int index) {
        long start = functionStart(index);
        try {
            int info = header.info(bytes, index);
            FunctionReader reader = new FunctionReader(text);
            List<GsymFunction.Row> rows = List.of();
            List<GsymFunction.Call> calls = List.of();
            int at = info + 8;
            for (int kind = bytes.getInt(at); kind != GsymFormat.END_OF_LIST; kind = bytes.getInt(at)) {
                int length = blockLength(at);
                at += 8;
                if (kind == GsymFormat.LINE_TABLE) {
                    rows = reader.rows(new GsymCursor(bytes, at, length), start);
                } else if (kind == GsymFormat.INLINE) {
                    calls = reader.calls(new GsymCursor(bytes, at, length), start);
                }
                at += length;
            }
            String name = text.string(bytes.getInt(info + 4));
            return new GsymFunction(start, bytes.getInt(info) & 0xffff_ffffL, name, rows, calls);
        } catch (IndexOutOfBoundsException e) {
            throw new MalformedBinaryException("function info", start, "ends early");
        }
    }

    /** Names of functions, files and directories that bitcode hides; all are read once for it. */
    public int hiddenNames() {
        return text.placeholders();
    }

    /** Looks up an offset from the base address: in files written here, from the start of {@code __TEXT}. */
    public Lookup lookup(long offset) {
        if (header.count() == 0) {
            return new Lookup.NoFunctions();
        }
        if (offset < 0) {
            return new Lookup.NoSymbol();
        }
        try {
            return find(offset);
        } catch (MalformedBinaryException | IndexOutOfBoundsException e) {
            return new Lookup.Malformed("GSYM: " + e.getMessage());
        }
    }

    /** Looks up an address as linked. */
    public Lookup lookupAddress(long address) {
        return lookup(address - header.baseAddress());
    }

    private Lookup find(long offset) {
        int index = header.find(bytes, offset);
        if (index < 0) {
            return new Lookup.NoSymbol();
        }
        // Entries with one start stand richest first; a size of 0 is a symbol without an end.
        long start = header.start(bytes, index);
        for (; index < header.count() && header.start(bytes, index) == start; index++) {
            int info = header.info(bytes, index);
            long size = bytes.getInt(info) & 0xffff_ffffL;
            if (size == 0 || offset < start + size) {
                return read(info + 4, start, offset);
            }
        }
        return new Lookup.NoSymbol();
    }

    /** Reads the function info after its size: name, then blocks of a kind and a length. */
    private Lookup read(int info, long start, long offset) {
        int functionName = bytes.getInt(info);
        if (functionName == 0) {
            return new Lookup.NoSymbol();
        }
        GsymLine line = null;
        GsymCursor inline = null;
        int at = info + 4;
        for (int kind = bytes.getInt(at); kind != GsymFormat.END_OF_LIST; kind = bytes.getInt(at)) {
            int length = blockLength(at);
            at += 8;
            if (kind == GsymFormat.LINE_TABLE) {
                line = GsymLine.find(new GsymCursor(bytes, at, length), start, offset);
                if (line == null) {
                    return new Lookup.NoSymbol();
                }
            } else if (kind == GsymFormat.INLINE) {
                inline = new GsymCursor(bytes, at, length);
            }
            at += length;
        }
        if (line == null) {
            return symbolOnly(functionName);
        }
        return inline == null ? outcome(functionName, line) : inlined(functionName, line, inline, start, offset);
    }

    /** Length of the block whose kind is at {@code at}. */
    private int blockLength(int at) {
        int length = bytes.getInt(at + 4);
        if (length < 0 || length > bytes.limit() - at - 8) {
            throw new MalformedBinaryException("function info", at, "has a block over the file's end");
        }
        return length;
    }

    private Lookup symbolOnly(int functionName) {
        String name = text.string(functionName);
        return name.isEmpty()
                ? new Lookup.NoSymbol()
                : new Lookup.SymbolOnly(new Frame(name, name, Optional.empty(), 0, false));
    }

    private Lookup outcome(int functionName, GsymLine line) {
        Optional<String> file = text.file(line.file());
        return file.isEmpty()
                ? symbolOnly(functionName)
                : resolved(List.of(frame(functionName, line.file(), line.line(), false)));
    }

    /** Descends to the innermost call; each call's site is the position in the function around it. */
    private Lookup inlined(int functionName, GsymLine line, GsymCursor at, long start, long offset) {
        int[] names = new int[8];
        int[] files = new int[8];
        long[] lines = new long[8];
        int depth = 0;
        long base = start;
        boolean children = true;
        while (children) {
            long first = at.findRanges(base, offset);
            if (first < 0) {
                break;
            }
            children = at.u8() != 0;
            int name = at.s32();
            int file = (int) at.uleb();
            long callLine = at.uleb() & 0xffff_ffffL;
            base = first;
            if (text.isFile(file)) {
                if (depth == Limits.INLINE_DEPTH) {
                    throw new MalformedBinaryException("inline tree", at.position(), "is over " + depth + " deep");
                }
                if (depth == names.length) {
                    names = Arrays.copyOf(names, 2 * depth);
                    files = Arrays.copyOf(files, 2 * depth);
                    lines = Arrays.copyOf(lines, 2 * depth);
                }
                names[depth] = name;
                files[depth] = file;
                lines[depth++] = callLine;
            }
        }
        if (depth == 0) {
            return outcome(functionName, line);
        }
        Frame[] frames = new Frame[depth + 1];
        int file = line.file();
        long here = line.line();
        for (int i = depth - 1; i >= 0; i--) {
            frames[depth - 1 - i] = frame(names[i], file, here, true);
            file = files[i];
            here = lines[i];
        }
        frames[depth] = frame(functionName, file, here, false);
        return resolved(List.of(frames));
    }

    private Lookup resolved(List<Frame> frames) {
        boolean isHidden = text.metPlaceholder() && frames.stream().anyMatch(Frame::isPlaceholder);
        return isHidden ? new Lookup.Resolved(frames, hiddenNames()) : new Lookup.Resolved(frames);
    }

    private Frame frame(int name, int file, long line, boolean inlined) {
        String function = text.string(name);
        return new Frame(function, function, text.file(file), line, inlined);
    }
}
