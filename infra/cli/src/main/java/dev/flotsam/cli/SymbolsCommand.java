package dev.flotsam.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What concerns dSYMs. */
@Command(
        name = "symbols",
        description = "Indexes dSYMs, looks addresses up, shows what an index holds, uploads dSYMs.",
        subcommands = {
            SymbolsIndexCommand.class,
            SymbolsLookupCommand.class,
            SymbolsDumpCommand.class,
            SymbolsUploadCommand.class
        })
final class SymbolsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    SymbolsCommand() {}

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "symbols wants index, lookup, dump or upload");
    }
}
