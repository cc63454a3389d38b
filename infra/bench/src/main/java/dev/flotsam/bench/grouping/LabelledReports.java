package dev.flotsam.bench.grouping;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.ReportReader;
import dev.flotsam.report.UploadedReport;
import dev.flotsam.signature.BlamedStack;
import dev.flotsam.signature.Ruleset;
import dev.flotsam.signature.SignableStack;
import dev.flotsam.signature.Signer;
import dev.flotsam.symbols.ReturnAddress;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.symbols.demangle.ReadableNames;
import dev.flotsam.triage.examine.NamedFrame;
import dev.flotsam.triage.examine.Symbolicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads whole crash reports whose bugs are known, and symbolicates them as Flotsam does.
 *
 * <p>Labels are a CSV file with the header {@code file,group,…}; files are relative to its folder.
 */
final class LabelledReports {
    private final ReportReader reader = new ReportReader();
    private final Symbolicator symbolicator;

    LabelledReports(SymbolSource symbols, Signer signer) {
        this.symbolicator = new Symbolicator(symbols, new ReadableNames(), signer);
    }

    /** A reader that symbolicates with the dSYMs in the folder {@code dsym} beside a label file, if it is there. */
    static LabelledReports beside(Path labels, UnaryOperator<String> demangler) throws IOException {
        Path dsyms = labels.toAbsolutePath().resolveSibling("dsym");
        SymbolSource symbols = Files.isDirectory(dsyms) ? DsymFolder.index(dsyms) : SymbolSource.EMPTY;
        return new LabelledReports(symbols, new Signer(Ruleset.builtIn(), demangler));
    }

    /** The labelled reports of a CSV file that can be read, in its order. */
    List<LabelledStack> read(Path labels) throws IOException {
        Map<String, String> corrected = Relabels.byFile();
        List<LabelledStack> stacks = new ArrayList<>();
        for (List<String> row : CsvRows.of(Files.readAllLines(labels))) {
            String file = row.getFirst();
            Optional<SignableStack> stack = stackOf(Files.readAllBytes(labels.resolveSibling(file)));
            String group = corrected.getOrDefault(file, row.get(1));
            stack.ifPresent(found -> stacks.add(new LabelledStack(file, group, found)));
        }
        return stacks;
    }

    /** The symbolicated blamed stack of the first report in these bytes, if they hold one. */
    Optional<SignableStack> stackOf(byte[] bytes) {
        for (UploadedReport report : reader.read(bytes)) {
            if (report.result() instanceof ReadResult.Parsed(ParsedReport parsed)) {
                return Optional.of(symbolicated(parsed));
            }
        }
        return Optional.empty();
    }

    private SignableStack symbolicated(ParsedReport report) {
        SignableStack stack = BlamedStack.of(report);
        ReturnAddress.Origin origin = report.lastExceptionBacktrace().isEmpty()
                ? ReturnAddress.Origin.CAPTURED_THREAD
                : ReturnAddress.Origin.LAST_EXCEPTION;
        List<NamedFrame> frames = symbolicator
                .name(report, stack, BlamedStack.framesOf(report), origin)
                .frames();
        return stack.withFrames(frames.stream().map(NamedFrame::signable).toList());
    }
}
