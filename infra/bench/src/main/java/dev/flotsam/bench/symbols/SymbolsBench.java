package dev.flotsam.bench.symbols;

import dev.flotsam.symbols.index.IndexedImage;
import dev.flotsam.symbols.index.SymbolIndexer;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code flotsam bench symbols [DSYM]}: one JSON line a measure, ours and the peers' side by side. */
public final class SymbolsBench {
    private static final int COLD_ADDRESSES = 30;
    private static final int MANY_ADDRESSES = 50_000;
    private static final int WARM_UP = 6;

    private final PrintStream out;

    public SymbolsBench(PrintStream out) {
        this.out = out;
    }

    /** The bench as a program of its own, with the path of a dSYM or nothing as its arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new SymbolsBench(System.out).run(arguments.length == 0 ? Optional.empty() : Optional.of(Path.of(arguments[0])));
    }

    /**
     * Measures.
     *
     * @param file a DWARF file of one slice; without one, a large one is made
     * @throws IOException if LLVM's tools or GNU time are missing or fail
     */
    public void run(Optional<Path> file) throws IOException, InterruptedException {
        LargeDsym dsym = file.isPresent() ? LargeDsym.of(file.get()) : LargeDsym.made();
        Path scratch = Files.createTempDirectory("symbols-bench");
        Path nothing = Files.writeString(scratch.resolve("nothing"), "");
        Path theirs = scratch.resolve("llvm.gsym");
        print("dsym", String.format(Locale.ROOT, "\"bytes\":%d", dsym.bytes()));

        Measured convert = Measured.run(
                nothing,
                List.of(
                        "llvm-gsymutil-19",
                        "--quiet",
                        "--num-threads=1",
                        "--convert=" + dsym.file(),
                        "-o",
                        theirs + ""));
        Measured cold = Measured.run(nothing, java(dsym, scratch));
        Path ours = scratch;
        for (int i = 0; i < WARM_UP; i++) {
            ours = index(dsym, scratch);
        }
        double[] cpu = new double[1];
        double warm = LookUps.median(() -> {
            long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long start = System.nanoTime();
            index(dsym, scratch);
            cpu[0] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart) / 1e6;
            return (System.nanoTime() - start) / 1e6;
        });
        print(
                "build",
                String.format(
                        Locale.ROOT,
                        "\"flotsam_warm_ms\":%.0f,\"flotsam_warm_cpu_ms\":%.0f,\"flotsam_cold_process_ms\":%.0f,"
                                + "\"flotsam_cold_process_cpu_ms\":%.0f,\"llvm_gsymutil_ms\":%.0f,\"llvm_gsymutil_cpu_ms\":%.0f,"
                                + "\"speed_ratio_cpu\":%.2f,\"goal\":\">= 1\"",
                        warm,
                        cpu[0],
                        cold.milliseconds(),
                        cold.cpuMilliseconds(),
                        convert.milliseconds(),
                        convert.cpuMilliseconds(),
                        convert.cpuMilliseconds() / cpu[0]));
        print(
                "build_memory",
                String.format(
                        Locale.ROOT,
                        "\"flotsam_process_kb\":%d,\"llvm_gsymutil_kb\":%d,\"of_dsym\":%.2f,\"goal\":\"<= 2\"",
                        cold.peakKilobytes(),
                        convert.peakKilobytes(),
                        cold.peakKilobytes() * 1024.0 / dsym.bytes()));
        print(
                "file",
                String.format(
                        Locale.ROOT,
                        "\"flotsam_bytes\":%d,\"llvm_gsymutil_bytes\":%d,\"ratio\":%.3f,\"goal\":\"<= 1.1\"",
                        Files.size(ours),
                        Files.size(theirs),
                        (double) Files.size(ours) / Files.size(theirs)));
        lookUps(dsym, ours, scratch);
    }

    private void lookUps(LargeDsym dsym, Path gsym, Path scratch) throws IOException, InterruptedException {
        LookUps lookUps = new LookUps(gsym);
        double warm = lookUps.warm(dsym);
        double fresh = lookUps.freshlyOpened(dsym);
        Measured gsymutilFew = gsymutil(dsym, gsym, COLD_ADDRESSES, scratch);
        Measured gsymutilMany = gsymutil(dsym, gsym, MANY_ADDRESSES, scratch);
        Measured symbolizerFew = symbolizer(dsym, COLD_ADDRESSES, scratch);
        Measured symbolizerMany = symbolizer(dsym, MANY_ADDRESSES, scratch);
        print(
                "look_up_30",
                String.format(
                        Locale.ROOT,
                        "\"flotsam_freshly_opened_ms\":%.3f,\"llvm_gsymutil_process_ms\":%.1f,\"llvm_symbolizer_process_ms\":%.1f,"
                                + "\"goal\":\"<= 10 ms\"",
                        fresh,
                        gsymutilFew.milliseconds(),
                        symbolizerFew.milliseconds()));
        print(
                "look_up_warm",
                String.format(
                        Locale.ROOT,
                        "\"flotsam_us\":%.3f,\"llvm_gsymutil_printed_us\":%.2f,\"llvm_symbolizer_printed_us\":%.2f,"
                                + "\"goal\":\"<= 1 us\"",
                        warm,
                        perAddress(gsymutilFew, gsymutilMany),
                        perAddress(symbolizerFew, symbolizerMany)));
        print(
                "inflation",
                String.format(
                        Locale.ROOT, "\"flotsam_ms\":%.1f,\"frames_found\":%d", lookUps.inflation(), lookUps.frames()));
    }

    private static double perAddress(Measured few, Measured many) {
        return 1000 * (many.cpuMilliseconds() - few.cpuMilliseconds()) / (MANY_ADDRESSES - COLD_ADDRESSES);
    }

    private static Measured gsymutil(LargeDsym dsym, Path gsym, int count, Path scratch)
            throws IOException, InterruptedException {
        Path input = addresses(dsym, count, " " + gsym, scratch);
        return Measured.run(input, List.of("llvm-gsymutil-19", "--addresses-from-stdin"));
    }

    private static Measured symbolizer(LargeDsym dsym, int count, Path scratch)
            throws IOException, InterruptedException {
        Path input = addresses(dsym, count, "", scratch);
        return Measured.run(
                input,
                List.of(
                        "llvm-symbolizer-19",
                        "--obj=" + dsym.file(),
                        "--default-arch=" + dsym.arch(),
                        "--functions=linkage",
                        "--no-demangle",
                        "--inlines"));
    }

    private static Path addresses(LargeDsym dsym, int count, String suffix, Path scratch) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (long address : dsym.addresses(count, 1)) {
            lines.append("0x").append(Long.toHexString(address)).append(suffix).append('\n');
        }
        return Files.writeString(scratch.resolve("addresses"), lines);
    }

    /** A JVM of its own, as the command line starts it, with the heap a small Lambda has. */
    private static List<String> java(LargeDsym dsym, Path scratch) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                IndexOnce.class.getName(),
                dsym.file().toString(),
                scratch.toString());
    }

    static Path index(LargeDsym dsym, Path directory) {
        try {
            List<IndexedImage> results = new SymbolIndexer().index(dsym.file(), directory);
            if (results.getFirst() instanceof IndexedImage.Indexed indexed) {
                return indexed.gsym();
            }
            throw new IllegalStateException("can't measure on " + results);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void print(String measure, String fields) {
        out.println("{\"measure\":\"" + measure + "\"," + fields + "}");
    }
}
