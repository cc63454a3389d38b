package dev.flotsam.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.ReadResult.ForMemory;
import dev.flotsam.report.ReadResult.Parsed;
import dev.flotsam.report.ReadResult.Recognised;
import dev.flotsam.report.ReadResult.Rejected;
import dev.flotsam.report.ReadResult.SymbolUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What every real sample holds, and what it lacks, as a table; figures only, no text of the samples.
 *
 * <p>A change of the table is a change of what is read: look at it, then take it over with {@code -Dgoldens=update}.
 */
final class CorpusCountsTest {
    private static final List<String> FOLDERS = List.of(
            "crash_text",
            "ips_crash",
            "ips_other",
            "kscrash",
            "plcrash",
            "metrickit",
            "sentry_json",
            "stackshot",
            "jetsam",
            "diag_text");
    private static final String HEAD =
            "folder\tfile\tpart\tresult\tkind\tthreads\tcrashed\tframes\tplaced\tthrown\timages\tlacks";

    @Test
    void everySampleGivesATypedResultAndTheTableStaysAsItIs() throws IOException {
        List<String> rows = new ArrayList<>();
        Map<String, Integer> totals = new TreeMap<>();
        for (String folder : FOLDERS) {
            for (Path file : Corpus.files(folder)) {
                for (UploadedReport report : new ReportReader().read(Corpus.bytes(file))) {
                    String row = row(report);
                    rows.add(folder + "\t" + file.getFileName() + "\t" + report.part() + "\t" + row);
                    totals.merge(folder + " " + row.substring(0, row.indexOf('\t')), 1, Integer::sum);
                }
            }
        }
        rows.sort(Comparator.naturalOrder());
        totals.forEach((what, count) -> System.out.println(what + ": " + count));
        Goldens.compare("corpus/counts.tsv", HEAD + "\n" + String.join("\n", rows) + "\n");
    }

    @Test
    void fewCrashesLackFramesOrImagesAndTheTableNamesThem() throws IOException {
        String table = Files.readString(Goldens.folder().resolve("corpus/counts.tsv"));
        long lacking = table.lines()
                .filter(line -> line.contains("\tCRASH\t"))
                .map(line -> line.substring(line.lastIndexOf('\t')))
                .filter(lacks -> lacks.contains("crashed") || lacks.contains("images"))
                .count();

        assertThat(lacking).isLessThanOrEqualTo(15);
    }

    private static String row(UploadedReport report) {
        return switch (report.result()) {
            case Parsed(ParsedReport parsed) -> parsed(parsed);
            case Recognised(String format, String summary, ParsedReport.Incident incident, ParsedReport.App app) ->
                "recognised " + format + "\t".repeat(8);
            case ForMemory memory -> "for memory " + memory.kind() + "\t".repeat(8);
            case SymbolUpload symbols -> "symbols " + symbols.kind() + "\t".repeat(8);
            case Rejected(String code, String where, String message) -> "rejected " + code + "\t".repeat(8);
        };
    }

    private static String parsed(ParsedReport report) {
        List<ReportThread> threads = report.threads();
        long frames =
                threads.stream().mapToLong(thread -> thread.frames().size()).sum();
        long placed = threads.stream()
                .flatMap(thread -> thread.frames().stream())
                .filter(frame -> frame.image() >= 0)
                .count();
        int crashed =
                report.crashedThread().map(thread -> thread.frames().size()).orElse(-1);
        return String.join(
                "\t",
                "parsed " + report.format(),
                report.kind().toString(),
                Integer.toString(threads.size()),
                crashed < 0 ? "" : Integer.toString(crashed),
                Long.toString(frames),
                Long.toString(placed),
                Integer.toString(report.lastExceptionBacktrace().size()),
                Integer.toString(report.images().size()),
                lacks(report, crashed));
    }

    private static String lacks(ParsedReport report, int crashed) {
        List<String> lacks = new ArrayList<>();
        boolean event = report.kind() != Kind.SAMPLE && report.kind() != Kind.HANG;
        if (crashed < 0) {
            lacks.add("crashed thread");
        } else if (crashed == 0) {
            lacks.add("crashed frames");
        }
        if (report.images().isEmpty()) {
            lacks.add("images");
        }
        if (event && report.exception().isEmpty() && report.termination().isEmpty()) {
            lacks.add("exception");
        }
        return String.join(", ", lacks);
    }
}
