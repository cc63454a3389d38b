package dev.flotsam.bench.symbols;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run of a program cost.
 *
 * @param milliseconds from start to end
 * @param cpuMilliseconds of all its threads, user and system
 * @param peakKilobytes the largest resident set, shared pages included
 */
record Measured(double milliseconds, double cpuMilliseconds, long peakKilobytes) {

    /** Runs a program to its end, its input from a file and its output to nowhere, with GNU time's account of it. */
    static Measured run(Path input, List<String> command) throws IOException, InterruptedException {
        Path account = Files.createTempFile("measured", ".txt");
        try {
            List<String> timed =
                    new ArrayList<>(List.of("/usr/bin/time", "-o", account.toString(), "-f", "%e %U %S %M"));
            timed.addAll(command);
            long start = System.nanoTime();
            Process process = new ProcessBuilder(timed)
                    .redirectInput(input.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int code = process.waitFor();
            double elapsed = (System.nanoTime() - start) / 1e6;
            if (code != 0) {
                throw new IOException(command.getFirst() + " ended with " + code);
            }
            String[] fields = Files.readString(account).strip().split(" ", -1);
            double cpu = 1000 * (Double.parseDouble(fields[1]) + Double.parseDouble(fields[2]));
            return new Measured(elapsed, cpu, Long.parseLong(fields[3]));
        } finally {
            Files.delete(account);
        }
    }
}
