package dev.flotsam.triage.examine;

import dev.flotsam.memory.portrait.PortraitBudget;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.Incident;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.ReportReader;
import dev.flotsam.report.UploadedReport;
import dev.flotsam.signature.BlamedStack;
import dev.flotsam.signature.Origin;
import dev.flotsam.signature.Ruleset;
import dev.flotsam.signature.SignableStack;
import dev.flotsam.signature.SignedStack;
import dev.flotsam.symbols.ReturnAddress;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.symbols.demangle.ReadableNames;
import dev.flotsam.symbols.demangle.Style;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence.Outcome.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads an upload, symbolicates and signs each report, judges each kill. Stores nothing. */
public final class Examiner {
    private final ReportReader reader = new ReportReader();
    private final ReadableNames names;
    private final SymbolSource symbols;
    private final LearnedSource learned;
    private final LearnedFrames learnedFrames;
    private final KnownLimits known;
    private final MemoryExaminer memory;
    private final PortraitExaminer portraits;
    private final Function<String, Ruleset> rules;
    private final Map<Ruleset, AppSigning> signings = Collections.synchronizedMap(new Latest());

    /**
     * Over stored symbols and rules.
     *
     * @param symbols where addresses are looked up
     * @param learned names of system functions from other reports
     * @param names linkage names to readable ones
     * @param ruleset what stacks are signed by
     * @param known memory limits learned so far
     */
    public Examiner(
            SymbolSource symbols, LearnedSource learned, ReadableNames names, Ruleset ruleset, KnownLimits known) {
        this(symbols, learned, names, app -> ruleset, known);
    }

    private Examiner(
            SymbolSource symbols,
            LearnedSource learned,
            ReadableNames names,
            Function<String, Ruleset> rules,
            KnownLimits known) {
        this.names = names;
        this.symbols = symbols;
        this.rules = rules;
        this.learned = learned;
        this.learnedFrames = new LearnedFrames(learned, names);
        this.known = known;
        this.portraits =
                new PortraitExaminer(PortraitBudget.within(Runtime.getRuntime().maxMemory()));
        this.memory = new MemoryExaminer(known, this::signing, portraits, learnedFrames);
    }

    /**
     * The same symbols, names and limits under other rules.
     *
     * @param others what stacks of an app, by its bundle identifier, are signed by
     */
    public Examiner by(Function<String, Ruleset> others) {
        return new Examiner(symbols, learned, names, others, known);
    }

    /** The examiner with the rules this build ships, which has learned nothing. */
    public static Examiner withBuiltInRules(SymbolSource symbols) {
        return withBuiltInRules(symbols, LearnedSource.NONE, KnownLimits.NONE);
    }

    /** The examiner with the rules this build ships. */
    public static Examiner withBuiltInRules(SymbolSource symbols, LearnedSource learned, KnownLimits known) {
        return new Examiner(symbols, learned, new ReadableNames(), Ruleset.builtIn(), known);
    }

    /** The memory limits that records are judged by. */
    public KnownLimits limits() {
        return known;
    }

    /** Whose code a frame of a report runs. */
    public Origin origin(ParsedReport report, Frame frame) {
        return signing(BlamedStack.appOf(report).id())
                .signer()
                .origin(BlamedStack.appOf(report), BlamedStack.signable(report, frame));
    }

    /** A finding as text: of a stack, Apple crash text with the names of all threads. */
    public String text(Examined examined) {
        List<NamedFrame> others = examined.finding() instanceof Finding.Stack(ParsedReport report, var f, var s, var m)
                ? learnedFrames.named(
                        report,
                        signing(BlamedStack.appOf(report).id())
                                .symbolicator()
                                .nameOthers(report, BlamedStack.of(report)))
                : List.of();
        return ReportText.of(examined, others, names.in(Style.FULL));
    }

    /**
     * Examines an upload report by report as it streams in.
     *
     * @param upload the bytes; not closed
     * @param found takes each report's finding, in the upload's order
     * @throws IOException if the stream itself fails; never for what is in it
     * @throws Fault if symbols or rules can't be read now
     */
    public void examine(InputStream upload, Consumer<Examined> found) throws IOException {
        examine(upload, where -> true, found);
    }

    /**
     * Examines some reports of an upload. The others are read over: an upload of a thousand reports is read for each
     * cluster that it founds, and looks symbols up for one of them.
     *
     * @param wanted whether a report is wanted, by {@link Examined#where}
     */
    public void examine(InputStream upload, Predicate<String> wanted, Consumer<Examined> found) throws IOException {
        reader.read(
                upload,
                report -> {
                    if (wanted.test(Examined.where(report.place(), report.part()))) {
                        found.accept(examined(report));
                    }
                },
                (place, content) -> {
                    if (wanted.test(place)) {
                        found.accept(portraits.examine(place, content));
                    } else {
                        PortraitExaminer.skip(content);
                    }
                });
    }

    private Examined examined(UploadedReport report) {
        return new Examined(report.place(), report.part(), report.contentHash(), guarded(report));
    }

    /**
     * A bug of ours on one report must neither lose it nor hold the others back: it is recorded and can be replayed. What
     * another attempt may mend, such as rules or symbols that can't be read now, is told to whoever can try again.
     */
    private Finding guarded(UploadedReport report) {
        try {
            return finding(report);
        } catch (Fault fault) {
            if (fault.blame() != Fault.Blame.DATA) {
                throw fault;
            }
            return new Finding.Rejected(Rejected.INTERNAL_ERROR, "", fault.getMessage());
        } catch (RuntimeException | StackOverflowError bug) {
            StackTraceElement[] trace = bug.getStackTrace();
            String where = trace.length == 0 ? "" : trace[0].toString();
            return new Finding.Rejected(
                    Rejected.INTERNAL_ERROR, where, "a fault of Flotsam's, please report it: " + bug);
        }
    }

    private Finding finding(UploadedReport report) {
        return switch (report.result()) {
            case ReadResult.Parsed(ParsedReport parsed) -> stack(parsed);
            case ReadResult.Recognised(String format, String summary, Incident incident, App app) ->
                new Finding.Recognised(format, summary, incident, app);
            case ReadResult.Rejected(String code, String where, String message) ->
                new Finding.Rejected(code, where, message);
            case ReadResult.SymbolUpload(ReadResult.SymbolKind kind) -> new Finding.Symbols(kind);
            case ReadResult.ForMemory forMemory -> memory.examine(forMemory, report.content());
        };
    }

    private Finding stack(ParsedReport report) {
        SignableStack reported = BlamedStack.of(report);
        List<Frame> frames = BlamedStack.framesOf(report);
        ReturnAddress.Origin origin = report.lastExceptionBacktrace().isEmpty()
                ? ReturnAddress.Origin.CAPTURED_THREAD
                : ReturnAddress.Origin.LAST_EXCEPTION;
        AppSigning signing = signing(reported.app().id());
        NamedStack named = signing.symbolicator().name(report, reported, frames, origin);
        SignedStack signed = signing.signer()
                .sign(reported.withFrames(
                        named.frames().stream().map(NamedFrame::signable).toList()));
        return new Finding.Stack(report, learnedFrames.named(report, named.frames()), signed, named.missing(report));
    }

    private AppSigning signing(String app) {
        return signings.computeIfAbsent(rules.apply(app), ruleset -> AppSigning.by(ruleset, symbols, names));
    }

    /** Of the rulesets used last: apps' rules are read again and again. */
    private static final class Latest extends LinkedHashMap<Ruleset, AppSigning> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 64;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ruleset, AppSigning> eldest) {
            return size() > MOST;
        }
    }
}
