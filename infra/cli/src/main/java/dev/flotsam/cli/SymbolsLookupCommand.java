package dev.flotsam.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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

/** Offsets of an image become functions, files and lines. */
@Command(name = "lookup", description = "Looks up offsets from the start of an image's __TEXT; one line of JSON each.")
final class SymbolsLookupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--symbols",
            required = true,
            paramLabel = "DIR",
            description = "where `symbols index` put its results")
    private Path symbols;

    @Option(names = "--uuid", required = true, description = "of the image")
    private String uuid;

    @Option(names = "--arch", description = "of the image; may be left out where the folder has only one")
    private Optional<String> arch;

    @Parameters(paramLabel = "OFFSET", description = "hexadecimal; - or none for the lines of standard input")
    private List<String> offsets = List.of();

    SymbolsLookupCommand() {}

    @Override
    public Integer call() throws IOException {
        UUID wanted = ImageId.parseUuid(uuid).orElseThrow(() -> wrong("no UUID: " + uuid));
        var source = new GsymDirectory(symbols);
        ImageId image = source.image(wanted, arch).orElseThrow(() -> wrong("--arch has to say which of several"));
        if (!offsets.isEmpty() && !offsets.equals(List.of("-"))) {
            offsets.forEach(offset -> print(source, image, offset));
            return 0;
        }
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            print(source, image, line.strip());
        }
        return 0;
    }

    private void print(GsymDirectory source, ImageId image, String offset) {
        Lookup found = source.lookup(image, parse(offset));
        ObjectNode line = new JsonMapper().createObjectNode();
        line.put("offset", offset).put("outcome", found.outcome());
        ArrayNode frames = line.putArray("frames");
        for (Frame frame : found.frames()) {
            ObjectNode each = frames.addObject()
                    .put("function", ReadableName.of(frame.function()))
                    .put("linkage_name", frame.linkageName())
                    .put("file", frame.file().orElse(null));
            if (frame.file().isPresent()) {
                each.put("line", frame.line());
            } else {
                each.putNull("line");
            }
            each.put("inlined", frame.inlined());
        }
        System.out.println(line);
    }

    private long parse(String offset) {
        try {
            return Long.parseUnsignedLong(offset.replaceFirst("^0[xX]", ""), 16);
        } catch (NumberFormatException noNumber) {
            throw wrong("no hexadecimal offset: " + offset);
        }
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
