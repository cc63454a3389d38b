package dev.flotsam.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** Runs the sub-command that the arguments name. */
@Command(
        name = "flotsam",
        description = "Crash and out-of-memory triage for Apple-platform apps.",
        subcommands = {
            ExplainCommand.class,
            DemangleCommand.class,
            SymbolsCommand.class,
            PortraitSubcommand.class,
            SendCommand.class,
            ClustersCommand.class,
            ReportCommand.class,
            ResolveCommand.class
        })
public final class Main {
    /** Something was rejected or failed. */
    static final int FAILED = 1;

    /** The command was used wrongly. */
    static final int WRONG_USE = 2;

    Main() {}

    public static void main(String[] arguments) {
        System.setOut(new PrintStream(System.out, false, StandardCharsets.UTF_8));
        int code = run(arguments);
        System.out.flush();
        System.exit(code);
    }

    static int run(String... arguments) {
        var command = new CommandLine(new Main());
        addHelp(command);
        return command.setExecutionExceptionHandler((failure, failing, parsed) -> {
                    System.out.flush();
                    String message = failure.getMessage();
                    System.err.println(failing.getCommandSpec().qualifiedName() + ": "
                            + (message == null ? failure.toString() : message));
                    return FAILED;
                })
                .execute(arguments);
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("says this")
                        .build());
        command.getSubcommands().values().forEach(Main::addHelp);
    }
}
