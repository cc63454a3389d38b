package dev.flotsam.bench.demangle;

import dev.flotsam.symbols.demangle.Demangler;
import dev.flotsam.symbols.demangle.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Time to demangle one name, in microseconds: names of median length, one after the other, so that no name is learnt by
 * heart. Calls are timed one by one, and the median of them counts, so that a busy machine shows in the tail only. Run
 * {@link #main} with a folder of dSYMs, whose names it takes; it prints llvm-cxxfilt's time per C++ name of the same run
 * beside ours. Without a folder it takes names of the built-in list.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DemangleBench {
    private static final String FOLDER = "flotsam.bench.names";

    @Param({"SWIFT", "CXX"})
    private String language;

    @Param({"FULL", "SIMPLIFIED", "BASE"})
    private Style style;

    private String[] names;
    private int next;

    /** Takes the names; JMH calls it before each trial. */
    @Setup
    public void takeNames() throws IOException {
        names = Names.median(folder(), Names.Language.valueOf(language)).toArray(String[]::new);
    }

    private static Path folder() {
        return Path.of(System.getProperty(FOLDER, ""));
    }

    /** One name of median length. */
    @Benchmark
    public String medianName() {
        next = next + 1 == names.length ? 0 : next + 1;
        return Demangler.demangle(names[next], style);
    }

    /**
     * Measures and prints a line a benchmark.
     *
     * @param arguments the folder of binaries whose names are taken; none: the built-in list
     */
    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        String folder = arguments.length > 0 ? arguments[0] : "";
        System.setProperty(FOLDER, folder);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(DemangleBench.class.getSimpleName())
                        .jvmArgsAppend("-D" + FOLDER + "=" + folder)
                        .build())
                .run();
        List<String> cxx = Names.median(folder(), Names.Language.CXX);
        System.out.printf("%-6s %-11s %10s%n", "names", "style", "µs a name");
        for (RunResult result : results) {
            System.out.printf(
                    "%-6s %-11s %10.2f%n",
                    result.getParams().getParam("language"),
                    result.getParams().getParam("style"),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
        System.out.printf("%-6s %-11s %10s%n", "CXX", "cxxfilt-19", Cxxfilt.microsecondsPerName(cxx));
    }
}
