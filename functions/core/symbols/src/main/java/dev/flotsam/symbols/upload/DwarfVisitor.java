package dev.flotsam.symbols.upload;

import dev.flotsam.symbols.bitcode.SymbolMaps;
import java.io.IOException;
import java.nio.file.Path;

/** Takes the Mach-O files of an upload. */
@FunctionalInterface
public interface DwarfVisitor {

    /**
     * Takes one file, which is gone or somebody else's once this returns.
     *
     * @param name where it was in the upload, for messages only
     * @param file its content
     * @param maps the symbol maps of the upload, to be asked before this returns
     */
    void visit(String name, Path file, SymbolMaps maps) throws IOException;
}
