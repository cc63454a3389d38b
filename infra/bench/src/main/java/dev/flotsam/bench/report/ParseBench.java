package dev.flotsam.bench.report;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link ReadingBenchmark} and prints one JSON line a reader, jackson-databind's tree of the same run among them. */
public final class ParseBench {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private ParseBench() {}

    /** Megabytes are 10^6 bytes; a core is one thread. */
    public static void run(PrintStream out) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ReadingBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        for (RunResult result : results) {
            out.println(line(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore(),
                    secondary(result, "megabytes"),
                    secondary(result, ALLOCATED)));
        }
    }

    static String line(String reader, double reports, double megabytes, double bytes) {
        return String.format(
                Locale.ROOT,
                "{\"reader\":\"%s\",\"megabytes_per_second\":%.1f,\"reports_per_second\":%.0f,\"bytes_per_report\":%.0f}",
                reader,
                megabytes,
                reports,
                bytes);
    }

    private static double secondary(RunResult result, String name) {
        Result<?> found = result.getSecondaryResults().get(name);
        if (found == null) {
            throw new IllegalStateException("JMH measured no " + name);
        }
        return found.getScore();
    }
}
