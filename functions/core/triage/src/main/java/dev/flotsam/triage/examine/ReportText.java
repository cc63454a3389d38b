package dev.flotsam.triage.examine;

import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.Incident;
import dev.flotsam.report.ReadResult.SymbolKind;
import dev.flotsam.report.text.AppleTextWriter;
import dev.flotsam.report.text.FrameNames.FrameName;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** A finding as text that people read the way they read crash logs. */
public final class ReportText {
    private ReportText() {}

    /** The text of a finding: of a stack, Apple crash text with the blamed stack's names. */
    public static String of(Examined examined) {
        return switch (examined.finding()) {
            case Finding.Stack stack -> stack(stack);
            case Finding.Jetsam jetsam -> Sentence.of(jetsam) + "\n";
            case Finding.Session session -> Sentence.of(session) + "\n";
            case Finding.Recognised(String format, String summary, Incident incident, App app) ->
                format + ": " + summary + "\n";
            case Finding.Rejected(String code, String where, String message) ->
                code + " at " + where + ": " + message + "\n";
            case Finding.Symbols(SymbolKind kind) -> "debug symbols: " + FindingJson.word(kind) + "\n";
        };
    }

    private static String stack(Finding.Stack stack) {
        IdentityHashMap<Frame, List<FrameName>> names = new IdentityHashMap<>();
        for (NamedFrame frame : stack.frames()) {
            boolean isOurs = !frame.outcome().equals(NamedFrame.REPORTED)
                    && !frame.symbol().isEmpty();
            if (isOurs) {
                names.computeIfAbsent(frame.reported(), reported -> new ArrayList<>())
                        .add(new FrameName(frame.symbol(), -1, frame.file(), frame.line()));
            }
        }
        return AppleTextWriter.write(stack.report(), frame -> names.getOrDefault(frame, List.of()));
    }
}
