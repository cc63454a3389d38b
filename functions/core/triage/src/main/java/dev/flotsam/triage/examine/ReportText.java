package dev.flotsam.triage.examine;

import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.Incident;
import dev.flotsam.report.ReadResult.SymbolKind;
import dev.flotsam.report.text.AppleTextWriter;
import dev.flotsam.report.text.FrameNames;
import dev.flotsam.report.text.FrameNames.FrameName;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A finding as text that people read the way they read crash logs. */
final class ReportText {
    private ReportText() {}

    /**
     * The text of a finding: of a stack, Apple crash text with names.
     *
     * @param others frames of the threads that are not blamed
     * @param readable makes the names readable that the report came with
     */
    static String of(Examined examined, List<NamedFrame> others, UnaryOperator<String> readable) {
        return switch (examined.finding()) {
            case Finding.Stack stack -> stack(stack, others, readable);
            case Finding.Jetsam jetsam -> Sentence.of(jetsam) + "\n";
            case Finding.Session session ->
                Sentence.of(session) + "\n"
                        + session.allocations().map(ReportText::heaviest).orElse("");
            case Finding.Allocations allocations ->
                Sentence.of(allocations.named()) + "\n" + heaviest(allocations.named());
            case Finding.Warning warning -> Sentence.of(warning) + "\n";
            case Finding.Portrait portrait -> Sentence.of(portrait) + "\n";
            case Finding.Exits exits -> Sentence.of(exits) + "\n";
            case Finding.Recognised(String format, String summary, Incident incident, App app) ->
                format + ": " + summary + "\n";
            case Finding.Rejected(String code, String where, String message) ->
                code + " at " + where + ": " + message + "\n";
            case Finding.Symbols(SymbolKind kind) -> "debug symbols: " + FindingFields.word(kind) + "\n";
        };
    }

    private static String heaviest(NamedAllocations named) {
        StringBuilder text = new StringBuilder();
        for (HeavyStack stack : named.heaviest()) {
            text.append("\n%,d bytes in %,d allocations, %d %%%s\n"
                    .formatted(
                            stack.bytes(),
                            stack.count(),
                            Math.round(100 * stack.share()),
                            stack.category().isEmpty() ? ":" : ", " + stack.category() + ":"));
            int index = 0;
            for (NamedFrame frame : stack.frames()) {
                String line = frame.file().isEmpty() ? "" : " (" + frame.file() + ":" + frame.line() + ")";
                text.append("%-4d%s %s%s\n".formatted(index++, frame.image(), frame.shown(), line));
            }
        }
        return text.toString();
    }

    private static String stack(Finding.Stack stack, List<NamedFrame> others, UnaryOperator<String> readable) {
        IdentityHashMap<Frame, List<FrameName>> names = new IdentityHashMap<>();
        Stream.concat(stack.frames().stream(), others.stream())
                .filter(frame -> !frame.outcome().equals(NamedFrame.REPORTED)
                        && !frame.symbol().isEmpty())
                .forEach(frame -> names.computeIfAbsent(frame.reported(), reported -> new ArrayList<>())
                        .add(new FrameName(shown(frame), -1, frame.file(), frame.line())));
        return AppleTextWriter.write(stack.report(), new FrameNames() {
            @Override
            public List<FrameName> at(Frame frame) {
                return names.getOrDefault(frame, List.of());
            }

            @Override
            public String readable(String symbol) {
                return readable.apply(symbol);
            }
        });
    }

    /** Names that came from other reports say so. */
    private static String shown(NamedFrame frame) {
        return frame.outcome().equals(NamedFrame.LEARNED) ? frame.symbol() + " [learned]" : frame.symbol();
    }
}
