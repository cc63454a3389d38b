package dev.flotsam.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** Runs the sub-command that the arguments name. */
@Command(name = "flotsam", description = "Crash and out-of-memory triage for Apple-platform apps.")
public final class Main {
    /** Something was rejected or failed. */
    static final int FAILED = 1;

    /** The command was used wrongly. */
    static final int WRONG_USE = 2;

    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    Main() {}

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("explain", ExplainCommand::new);
        commands.put("demangle", DemangleCommand::new);
        commands.put("symbols", SymbolsCommand::new);
        commands.put("portrait", PortraitSubcommand::new);
        commands.put("send", SendCommand::new);
        commands.put("clusters", ClustersCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("resolve", ResolveCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("split", SplitCommand::new);
        commands.put("resign", ResignCommand::new);
        return commands;
    }

    public static void main(String[] arguments) {
        System.setOut(new PrintStream(System.out, false, StandardCharsets.UTF_8));
        int code = run(arguments);
        System.out.flush();
        System.exit(code);
    }

    static int run(String... arguments) {
        var command = new CommandLine(new Main());
        String first = arguments.length == 0 ? "" : arguments[0];
        // Reading the options of all commands takes longer than most commands do.
        COMMANDS.forEach((name, each) -> {
            if (name.equals(first) || !COMMANDS.containsKey(first)) {
                command.addSubcommand(name, each.get());
            }
        });
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
