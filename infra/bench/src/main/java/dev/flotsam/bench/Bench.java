package dev.flotsam.bench;

import dev.flotsam.bench.demangle.DemangleBench;
import dev.flotsam.bench.grouping.GroupingBench;
import dev.flotsam.bench.memory.DominatorBench;
import dev.flotsam.bench.report.ParseBench;
import dev.flotsam.bench.similar.SimilarBench;
import dev.flotsam.bench.symbols.SymbolsBench;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** {@code flotsam bench …}: one JSON line a measurement. Exit codes: 0 done, 1 failed, 2 wrong use. */
public final class Bench {
    private static final String USAGE = """
            flotsam bench grouping FILE     labelled stacks (JSON lines) or labelled reports (CSV): every method's scores
            flotsam bench similar [N…]      look-ups of similar clusters among N, as DynamoDB stores them
            flotsam bench parse             readers beside jackson-databind's tree: megabytes a second, bytes a report
            flotsam bench symbols [DSYM]    index and look-ups beside LLVM's tools
            flotsam bench demangle [DIR]    names a second
            flotsam bench portrait          dominators of a made-up heap""";

    private final PrintStream out;
    private final PrintStream err;

    Bench(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The program. */
    public static void main(String[] arguments) throws Exception {
        PrintStream utf8 = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Bench(utf8, System.err).run(arguments));
    }

    /** Runs a measurement; its output is JSON with or without {@code --json}. */
    int run(String... arguments) throws InterruptedException, RunnerException {
        List<String> words =
                Arrays.stream(arguments).filter(word -> !word.equals("--json")).toList();
        try {
            return measure(words);
        } catch (NoSuchFileException missing) {
            err.println("flotsam bench: no such file: " + missing.getMessage());
        } catch (IOException | IllegalArgumentException failed) {
            err.println("flotsam bench: " + failed.getMessage());
        }
        return 1;
    }

    private int measure(List<String> words) throws IOException, InterruptedException, RunnerException {
        String[] rest = words.stream().skip(1).toArray(String[]::new);
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "grouping" -> {
                if (rest.length != 1) {
                    return wrongUse();
                }
                GroupingBench.ofThisBuild().run(Path.of(rest[0]), out);
            }
            case "similar" ->
                SimilarBench.run(
                        rest.length == 0
                                ? SimilarBench.SIZES
                                : Arrays.stream(rest).map(Integer::valueOf).toList(),
                        out);
            case "parse" -> ParseBench.run(out);
            case "symbols" -> SymbolsBench.main(rest);
            case "demangle" -> DemangleBench.main(rest);
            case "portrait" -> DominatorBench.main(rest);
            default -> {
                return wrongUse();
            }
        }
        return 0;
    }

    private int wrongUse() {
        err.println(USAGE);
        return 2;
    }
}
