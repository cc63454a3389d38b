package dev.flotsam.bench.symbols;

import dev.flotsam.symbols.index.SymbolIndexer;
import java.io.IOException;
import java.nio.file.Path;

/** A whole process that indexes one dSYM, for its time and memory from a cold start: {@code DSYM DIRECTORY}. */
final class IndexOnce {
    private IndexOnce() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(new SymbolIndexer().index(Path.of(arguments[0]), Path.of(arguments[1])));
    }
}
