package dev.flotsam.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.gsym.Gsym;
import dev.flotsam.symbols.gsym.GsymFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an index holds: a line about the file, then one a function. */
@Command(name = "dump", description = "Shows what a GSYM holds: a line of JSON for the file, then one per function.")
final class SymbolsDumpCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "GSYM|UUID", description = "a GSYM file, or the UUID of one in --symbols")
    private String what;

    @Option(names = "--symbols", paramLabel = "DIR", description = "where `symbols index` put its results")
    private Optional<Path> symbols;

    @Option(names = "--arch", description = "of the image; may be left out where the folder has only one")
    private Optional<String> arch;

    SymbolsDumpCommand() {}

    @Override
    public Integer call() throws IOException {
        Path file = file();
        Gsym gsym = GsymDirectory.map(file);
        System.out.println(JSON.createObjectNode()
                .put("gsym", file.toString())
                .put("uuid", gsym.uuid().map(ImageId::uuidText).orElse(null))
                .put("base_address", hex(gsym.baseAddress()))
                .put("functions", gsym.functionCount())
                .put("hidden_names", gsym.hiddenNames())
                .put("bytes", Files.size(file)));
        boolean isSound = true;
        for (int index = 0; index < gsym.functionCount(); index++) {
            try {
                System.out.println(line(gsym.function(index)));
            } catch (MalformedBinaryException broken) {
                System.err.println("flotsam symbols dump: function " + index + ": " + broken.getMessage());
                isSound = false;
            }
        }
        return isSound ? 0 : Main.FAILED;
    }

    private Path file() throws IOException {
        Optional<UUID> uuid = ImageId.parseUuid(what);
        if (uuid.isEmpty() || Files.exists(Path.of(what))) {
            return FileArguments.existing(List.of(Path.of(what))).getFirst();
        }
        Path folder = symbols.orElseThrow(() -> wrong("a UUID wants --symbols DIR"));
        ImageId image = new GsymDirectory(folder)
                .image(uuid.get(), arch)
                .orElseThrow(() -> wrong("--arch has to say which of several"));
        return folder.resolve(image.fileName());
    }

    private static ObjectNode line(GsymFunction function) {
        ObjectNode line = JSON.createObjectNode()
                .put("offset", hex(function.offset()))
                .put("size", function.size())
                .put("function", ReadableName.of(function.name()))
                .put("linkage_name", function.name());
        ArrayNode rows = line.putArray("rows");
        for (GsymFunction.Row row : function.rows()) {
            rows.addObject()
                    .put("offset", hex(row.offset()))
                    .put("file", row.file().orElse(null))
                    .put("line", row.line());
        }
        ArrayNode calls = line.putArray("calls");
        for (GsymFunction.Call call : function.calls()) {
            ObjectNode each = calls.addObject()
                    .put("depth", call.depth())
                    .put("function", ReadableName.of(call.name()))
                    .put("linkage_name", call.name())
                    .put("call_file", call.file().orElse(null))
                    .put("call_line", call.line());
            ArrayNode ranges = each.putArray("ranges");
            call.ranges()
                    .forEach(range -> ranges.addObject()
                            .put("offset", hex(range.offset()))
                            .put("size", range.size()));
        }
        return line;
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
