package dev.flotsam.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.bitcode.SymbolMaps;
import dev.flotsam.symbols.index.IndexedImage;
import dev.flotsam.symbols.index.SymbolIndexer;
import dev.flotsam.symbols.upload.DsymUpload;
import dev.flotsam.symbols.upload.UploadLimits;
import dev.flotsam.symbols.upload.UploadOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** dSYMs become one GSYM per UUID and architecture. */
@Command(name = "index", description = "Indexes dSYMs into a folder; one line of JSON per UUID and architecture.")
final class SymbolsIndexCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DSYM", description = "dSYM folders, zips of them, or DWARF files")
    private List<Path> uploads;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "takes UUID-ARCH.gsym files")
    private Path out;

    private final SymbolIndexer indexer = new SymbolIndexer();
    private boolean allIndexed = true;

    SymbolsIndexCommand() {}

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        for (Path upload : FileArguments.existing(uploads)) {
            Path scratch = Files.createTempDirectory("flotsam-index");
            try {
                UploadOutcome outcome = new DsymUpload(UploadLimits.DEFAULT)
                        .read(upload, scratch, (name, file, maps) -> index(file, maps));
                switch (outcome) {
                    case UploadOutcome.Read ignored -> {}
                    case UploadOutcome.Refused refused -> complain(upload + " " + refused.reason());
                    case UploadOutcome.Stopped stopped -> complain(upload + " " + stopped.reason());
                }
            } finally {
                Files.delete(scratch);
            }
        }
        return allIndexed ? 0 : Main.FAILED;
    }

    private void index(Path file, SymbolMaps maps) throws IOException {
        for (IndexedImage image : indexer.index(file, out, maps)) {
            System.out.println(line(image));
            if (image instanceof IndexedImage.Indexed indexed) {
                indexed.damage()
                        .ifPresent(remark -> System.err.println("flotsam symbols index: " + file + ": " + remark));
            } else if (image instanceof IndexedImage.Malformed malformed) {
                complain(file + ": " + malformed.reason());
            } else if (image instanceof IndexedImage.NotDsym other) {
                complain(file + " " + other.reason());
            }
        }
    }

    private void complain(String problem) {
        System.err.println("flotsam symbols index: " + problem);
        allIndexed = false;
    }

    private static ObjectNode line(IndexedImage image) {
        return switch (image) {
            case IndexedImage.Indexed done ->
                line(Optional.of(done.image()), Optional.of(done.gsym()), done.bytes(), done.functions(), image);
            case IndexedImage.NoFunctions done ->
                line(Optional.of(done.image()), Optional.of(done.gsym()), done.bytes(), 0, image);
            case IndexedImage.Malformed bad -> line(bad.image(), Optional.empty(), 0, 0, image);
            case IndexedImage.NotDsym other -> line(other.image(), Optional.empty(), 0, 0, image);
        };
    }

    private static ObjectNode line(
            Optional<ImageId> id, Optional<Path> gsym, long bytes, int functions, IndexedImage image) {
        return new JsonMapper()
                .createObjectNode()
                .put("uuid", id.map(ImageId::uuidText).orElse(null))
                .put("arch", id.map(known -> known.arch().name()).orElse(null))
                .put("gsym", gsym.map(Path::toString).orElse(null))
                .put("bytes", bytes)
                .put("functions", functions)
                .put("outcome", image.outcome());
    }
}
