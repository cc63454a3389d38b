package dev.flotsam.triage.examine;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.signature.BlamedStack;
import dev.flotsam.signature.Origin;
import dev.flotsam.signature.SignableFrame;
import dev.flotsam.signature.SignableFrame.Naming;
import dev.flotsam.signature.SignableStack;
import dev.flotsam.signature.Signer;
import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.ReturnAddress;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.symbols.demangle.ReadableNames;
import dev.flotsam.symbols.demangle.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives a stack's frames names: stored symbols first, then what the report itself says.
 *
 * <p>A frame that already carries file and line was symbolicated before and is kept as it is.
 */
public final class Symbolicator {
    private final SymbolSource symbols;
    private final ReadableNames names;
    private final Signer signer;

    /**
     * Over stored symbols.
     *
     * @param symbols where addresses are looked up
     * @param names linkage name to readable name
     * @param signer tells the app's frames from the system's
     */
    public Symbolicator(SymbolSource symbols, ReadableNames names, Signer signer) {
        this.symbols = symbols;
        this.names = names;
        this.signer = signer;
    }

    /**
     * Names a stack.
     *
     * @param report whose stack
     * @param stack the frames as they can be signed without symbols, one for each of {@code frames}
     * @param frames the stack, innermost first
     * @param origin what the stack's addresses are
     */
    public NamedStack name(ParsedReport report, SignableStack stack, List<Frame> frames, ReturnAddress.Origin origin) {
        AskedOnce asked = new AskedOnce(symbols);
        List<NamedFrame> named = name(asked, report, stack, frames, origin);
        return new NamedStack(named, asked.awaited());
    }

    /**
     * Names the stacks of a report that it doesn't blame.
     *
     * @param blamed the stack that it blames, as it came
     * @return frames with names, stack after stack
     */
    List<NamedFrame> nameOthers(ParsedReport report, SignableStack blamed) {
        SymbolSource asked = new AskedOnce(symbols);
        List<Frame> done = BlamedStack.framesOf(report);
        return report.threads().stream()
                .map(ReportThread::frames)
                .filter(frames -> frames != done)
                .flatMap(frames -> name(
                        asked,
                        report,
                        blamed.withFrames(frames.stream()
                                .map(frame -> BlamedStack.signable(report, frame))
                                .toList()),
                        frames,
                        ReturnAddress.Origin.CAPTURED_THREAD)
                        .stream())
                .toList();
    }

    private List<NamedFrame> name(
            SymbolSource asked,
            ParsedReport report,
            SignableStack stack,
            List<Frame> frames,
            ReturnAddress.Origin origin) {
        List<NamedFrame> named = new ArrayList<>();
        int physical = 0;
        boolean afterTrampoline = false;
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            SignableFrame signable = stack.frames().get(i);
            boolean inApp = signer.origin(stack.app(), signable) == Origin.APP;
            named.addAll(name(asked, report, frame, signable, inApp, origin, physical, afterTrampoline));
            afterTrampoline = frame.symbol().equals("_sigtramp");
            physical += frame.inlined() ? 0 : 1;
        }
        return named;
    }

    private List<NamedFrame> name(
            SymbolSource asked,
            ParsedReport report,
            Frame frame,
            SignableFrame signable,
            boolean inApp,
            ReturnAddress.Origin origin,
            int index,
            boolean afterTrampoline) {
        if (!frame.file().isEmpty() || frame.inlined()) {
            return List.of(reported(frame, signable, inApp, NamedFrame.REPORTED));
        }
        if (!inApp) {
            // Nobody has the system's dSYMs: asking for them would cost a read per frame.
            String outcome = hasName(frame) ? NamedFrame.REPORTED : NamedFrame.NO_SYSTEM_SYMBOLS;
            return List.of(reported(frame, signable, false, outcome));
        }
        long offset = ReturnAddress.lookupAddress(frame.offset(), origin, index, afterTrampoline);
        Lookup lookup = image(report, frame)
                .filter(image -> frame.offset() >= 0)
                .map(image -> asked.lookup(image, offset))
                .orElse(new Lookup.ImageUnknown());
        List<dev.flotsam.symbols.Frame> found = lookup.frames();
        boolean isBetter = lookup instanceof Lookup.Resolved || !hasName(frame);
        if (found.isEmpty() || !isBetter) {
            String outcome = hasName(frame) ? NamedFrame.REPORTED : lookup.outcome();
            return List.of(reported(frame, signable, inApp, outcome));
        }
        Naming naming = lookup instanceof Lookup.Resolved ? Naming.SURE : Naming.NEAREST;
        return found.stream()
                .map(symbol -> resolved(frame, signable, inApp, lookup.outcome(), symbol, naming))
                .toList();
    }

    /** Whether the report itself names the function; {@code <redacted>} and what bitcode hid are no names. */
    private static boolean hasName(Frame frame) {
        String symbol = frame.symbol();
        return !symbol.isEmpty()
                && !symbol.startsWith("<redacted>")
                && !symbol.equals("???")
                && !dev.flotsam.symbols.Frame.isPlaceholder(symbol);
    }

    /** What the symbols of a frame's image are stored under; empty where the report doesn't say. */
    static Optional<ImageId> image(ParsedReport report, Frame frame) {
        Optional<BinaryImage> image = report.imageOf(frame);
        return image.flatMap(it -> ImageId.parseUuid(it.uuid()))
                .flatMap(uuid -> Arch.parse(architecture(report, image.get())).map(arch -> new ImageId(uuid, arch)));
    }

    private static String architecture(ParsedReport report, BinaryImage image) {
        return image.architecture().isEmpty() ? report.device().architecture() : image.architecture();
    }

    private NamedFrame reported(Frame frame, SignableFrame signable, boolean inApp, String outcome) {
        String shown = hasName(frame) ? frame.symbol() : "";
        return new NamedFrame(
                frame,
                signable.image(),
                names.of(shown, Style.FULL),
                names.of(shown, Style.SIMPLIFIED),
                frame.file(),
                frame.line(),
                frame.inlined(),
                inApp,
                outcome,
                signable);
    }

    private NamedFrame resolved(
            Frame frame,
            SignableFrame signable,
            boolean inApp,
            String outcome,
            dev.flotsam.symbols.Frame symbol,
            Naming naming) {
        String name = symbol.isPlaceholder() ? "" : symbol.function();
        String file = symbol.file().orElse("");
        int line = (int) Math.min(symbol.line(), Integer.MAX_VALUE);
        SignableFrame better = new SignableFrame(
                signable.image(),
                signable.imageUuid(),
                signable.imagePath(),
                name,
                file,
                line,
                symbol.inlined(),
                signable.offset(),
                name.isEmpty() ? Naming.NONE : naming);
        return new NamedFrame(
                frame,
                signable.image(),
                names.of(name, Style.FULL),
                names.of(name, Style.SIMPLIFIED),
                file,
                line,
                symbol.inlined(),
                inApp,
                outcome,
                better);
    }
}
