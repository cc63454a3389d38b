package dev.flotsam.cli;

import dev.flotsam.memory.portrait.PortraitCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What fills an app's memory. */
@Command(name = "portrait", description = "Says who holds the memory: dominators, retained sizes, paths.")
final class PortraitSubcommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a memory portrait")
    private Path file;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    PortraitSubcommand() {}

    @Override
    public Integer call() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        if (json) {
            arguments.add("--json");
        }
        return PortraitCommand.run(arguments, System.out, System.err);
    }
}
