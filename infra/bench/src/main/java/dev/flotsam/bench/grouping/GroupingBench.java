package dev.flotsam.bench.grouping;

import dev.flotsam.symbols.demangle.Demangler;
import dev.flotsam.symbols.demangle.Style;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** {@code flotsam bench grouping FILE}: prints one JSON line a method. */
public final class GroupingBench {
    private final UnaryOperator<String> demangler;

    /**
     * A bench.
     *
     * @param demangler mangled to readable name, unchanged if it is none
     */
    public GroupingBench(UnaryOperator<String> demangler) {
        this.demangler = demangler;
    }

    /** The bench with the demangler that Flotsam symbolicates with. */
    public static GroupingBench ofThisBuild() {
        return new GroupingBench(name -> Demangler.demangle(name, Style.SIMPLIFIED));
    }

    /**
     * Measures every method on a file of labelled stacks, or on whole reports that a CSV file with the header {@code
     * file,group,…} labels: those are symbolicated with the dSYMs of the folder {@code dsym} beside it.
     *
     * @throws IllegalArgumentException if a line is no labelled stack, naming the line
     * @throws IOException if a file can't be read
     */
    public void run(Path file, PrintStream out) throws IOException {
        boolean reports = file.getFileName().toString().endsWith(".csv");
        print(reports ? LabelledReports.beside(file, demangler).read(file) : LabelledStacks.read(file), out);
    }

    void print(List<LabelledStack> stacks, PrintStream out) {
        for (Map.Entry<String, Supplier<GroupingMethod>> method :
                Methods.all(demangler).entrySet()) {
            out.println(line(GroupingRun.of(method.getKey(), method.getValue(), stacks)));
        }
    }

    private static String line(GroupingRun run) {
        GroupingScores grouping = run.grouping();
        RankingScores ranking = run.ranking();
        return String.format(
                Locale.ROOT,
                "{\"method\":\"%s\",\"b3_p\":%.4f,\"b3_r\":%.4f,\"b3_f1\":%.4f,\"pair_f1\":%.4f,\"rr1\":%.4f,"
                        + "\"rr5\":%.4f,\"rr10\":%.4f,\"map\":%.4f,\"clusters\":%d,\"seconds\":%.3f}",
                run.method(),
                grouping.b3Precision(),
                grouping.b3Recall(),
                grouping.b3F1(),
                grouping.pairF1(),
                ranking.recallAt1(),
                ranking.recallAt5(),
                ranking.recallAt10(),
                ranking.meanAveragePrecision(),
                grouping.clusters(),
                run.seconds());
    }
}
