package dev.flotsam.symbols.gsym;

import java.util.List;
import java.util.Optional;

/**
 * All that a GSYM says of one function, for people who look into the file. Offsets are from the base address.
 *
 * @param offset first address
 * @param size bytes of code
 * @param name linkage name
 * @param rows its line table; empty if only the symbol table knows the function
 * @param calls inlined calls, each before those inside it
 */
public record GsymFunction(long offset, long size, String name, List<Row> rows, List<Call> calls) {
    public GsymFunction {
        rows = List.copyOf(rows);
        calls = List.copyOf(calls);
    }

    /**
     * A line from an address on.
     *
     * @param file empty where none is known
     */
    public record Row(long offset, Optional<String> file, long line) {}

    /**
     * A call whose function was inlined.
     *
     * @param depth 1 for calls in the function itself
     * @param ranges what it covers
     * @param file of the call
     * @param line of the call
     */
    public record Call(int depth, List<Range> ranges, String name, Optional<String> file, long line) {
        public Call {
            ranges = List.copyOf(ranges);
        }
    }

    /** A range of addresses. */
    public record Range(long offset, long size) {}
}
