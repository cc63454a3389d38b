package dev.flotsam.bench.demangle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** llvm-cxxfilt's time for a name, without its start: the peer in the same run. */
final class Cxxfilt {
    private static final String COMMAND = "llvm-cxxfilt-19";
    private static final int REPEATS = 500;
    private static final int RUNS = 5;

    private Cxxfilt() {}

    /** Microseconds as text; says so if the tool is not installed. */
    static String microsecondsPerName(List<String> names) throws IOException, InterruptedException {
        Path few = Files.createTempFile("few", ".txt");
        Path many = Files.createTempFile("many", ".txt");
        try {
            Files.write(few, names);
            List<String> repeated = Collections.nCopies(REPEATS, names).stream()
                    .flatMap(List::stream)
                    .toList();
            Files.write(many, repeated);
            long start = fastest(few);
            long all = fastest(many);
            return String.format(Locale.ROOT, "%.2f", (all - start) / 1e3 / (repeated.size() - names.size()));
        } catch (IOException notInstalled) {
            return "no " + COMMAND;
        } finally {
            Files.delete(few);
            Files.delete(many);
        }
    }

    /** The fastest of a few runs: a busy machine must not make the peer look slow. */
    private static long fastest(Path input) throws IOException, InterruptedException {
        long fastest = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            fastest = Math.min(fastest, nanoseconds(input));
        }
        return fastest;
    }

    private static long nanoseconds(Path input) throws IOException, InterruptedException {
        long start = System.nanoTime();
        new ProcessBuilder(COMMAND)
                .redirectInput(input.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return System.nanoTime() - start;
    }
}
