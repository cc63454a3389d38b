package dev.flotsam.cli;

import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.examine.FindingJson;
import dev.flotsam.triage.examine.JoinedEnd;
import dev.flotsam.triage.ingest.Together;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What reports say, without a server: the record that a dry run gives, one line of JSON a report. Reports that tell of the
 * same end are judged together.
 */
@Command(
        name = "explain",
        description = "Prints what reports say, one line of JSON each. Needs no server and stores nothing.")
final class ExplainCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "report files, or folders of them")
    private List<Path> files;

    @Option(names = "--symbols", paramLabel = "DIR", description = "where `symbols index` put its results")
    private Optional<Path> symbols;

    /** Reports that are looked at together: more than one installation's trail holds. */
    private static final int MOST_TOGETHER = 500;

    private Together together = new Together();
    private boolean allUnderstood = true;

    ExplainCommand() {}

    @Override
    public Integer call() throws IOException {
        SymbolSource source = symbols.<SymbolSource>map(GsymDirectory::new).orElse(SymbolSource.EMPTY);
        Examiner examiner = Examiner.withBuiltInRules(source);
        for (Path file : FileArguments.expand(files)) {
            explain(examiner, file);
        }
        printAll();
        return allUnderstood ? 0 : Main.FAILED;
    }

    private void explain(Examiner examiner, Path file) {
        try (InputStream upload = Files.newInputStream(file)) {
            examiner.examine(upload, examined -> {
                together.add(new Together.Named(file.toString(), examined));
                if (together.size() == MOST_TOGETHER) {
                    printAll();
                }
            });
        } catch (IOException failure) {
            System.err.println(file + ": can't be read: " + failure.getMessage());
            allUnderstood = false;
        }
    }

    private void printAll() {
        together.told(KnownLimits.NONE).forEach(told -> print(told.report(), told.end()));
        together = new Together();
    }

    private void print(Together.Named report, Optional<JoinedEnd> end) {
        String file = report.name();
        Examined examined = report.examined();
        System.out.println(FindingJson.line(file, examined, end));
        if (examined.finding() instanceof Finding.Rejected rejected) {
            System.err.println(file + ": " + rejected.code() + ": " + rejected.where() + ": " + rejected.message());
            allUnderstood = false;
        }
    }
}
