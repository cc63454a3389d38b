package dev.flotsam.report.draft;

import dev.flotsam.report.ParsedReport.Termination;
import dev.flotsam.report.json.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A termination as one line of text. */
public final class TerminationWords {
    private static final String RUNNING_BOARD = "<RBSTerminateContext|";

    private TerminationWords() {}

    /**
     * Reads "Namespace SIGNAL, Code 6 Abort trap: 6", "FRONTBOARD 2343432205", "SPRINGBOARD, Code 0x8badf00d", "DYLD,
     * [0x1] Library missing" and "&lt;RBSTerminateContext| domain:10 code:0x8BADF00D explanation:…".
     */
    public static Termination parse(String value) {
        if (value.startsWith(RUNNING_BOARD)) {
            return runningBoard(value);
        }
        String text = value.startsWith("Namespace ") ? value.substring("Namespace ".length()) : value;
        int end = 0;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ',') {
            end++;
        }
        String namespace = text.substring(0, end);
        String rest = text.substring(end).strip();
        rest = rest.startsWith(",") ? rest.substring(1).strip() : rest;
        rest = rest.startsWith("Code ") ? rest.substring("Code ".length()).strip() : rest;
        int blank = rest.indexOf(' ');
        String first = blank < 0 ? rest : rest.substring(0, blank);
        String number = first.startsWith("[") && first.endsWith("]") ? first.substring(1, first.length() - 1) : first;
        OptionalLong code = Numbers.integer(number.endsWith(",") ? number.substring(0, number.length() - 1) : number);
        String indicator = code.isEmpty()
                ? rest
                : blank < 0 ? "" : rest.substring(blank + 1).strip();
        return new Termination(namespace, ReportDraft.boxed(code), indicator, List.of(), "");
    }

    /** RunningBoard's context: its domain is the namespace by number (10 FRONTBOARD, 15 RUNNINGBOARD). */
    private static Termination runningBoard(String value) {
        String namespace =
                switch (word(value, "domain:")) {
                    case "10" -> "FRONTBOARD";
                    case "15" -> "RUNNINGBOARD";
                    default -> "";
                };
        Optional<Long> code = ReportDraft.boxed(Numbers.integer(word(value, "code:")));
        return new Termination(
                namespace,
                code,
                "",
                value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                "");
    }

    private static String word(String value, String key) {
        int at = value.indexOf(key);
        if (at < 0) {
            return "";
        }
        int from = at + key.length();
        int end = value.indexOf(' ', from);
        return value.substring(from, end < 0 ? value.length() : end);
    }
}
