package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport.Termination;
import dev.flotsam.report.draft.Architecture;
import dev.flotsam.report.draft.OsName;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.draft.Uuids;
import dev.flotsam.report.json.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** "Key: value" lines of the header and the exception block. */
final class HeaderFields {
    private final ReportDraft draft;
    private final List<String> terminationReasons = new ArrayList<>();
    private String terminatingProcess = "";
    private String bracketed = "";
    /** The thread that the header blames, −1 if it names none. */
    long blamedThread = -1;

    HeaderFields(ReportDraft draft) {
        this.draft = draft;
    }

    /** Takes a field; false when it has no place of its own. */
    boolean take(String key, String value) {
        switch (key) {
            case "Incident Identifier" -> draft.incidentId = Uuids.ofIncident(value);
            case "CrashReporter Key", "Anonymous UUID" -> draft.installation = value;
            case "Hardware Model" -> draft.model = value;
            case "Process" -> process(value);
            case "Path" -> draft.path = value;
            case "Identifier" -> draft.appId = value;
            case "Version" -> version(value);
            case "Code Type" -> codeType(value);
            case "Role" -> draft.role = value;
            case "Parent Process" -> draft.parent = withoutNumber(value);
            case "Date/Time" -> draft.captured = draft.time(value);
            case "Launch Time" -> draft.launched = draft.time(value);
            case "OS Version" -> draft.os = OsName.parse(value);
            case "Exception Type" -> exceptionType(value);
            case "Exception Codes" -> draft.codes = value;
            case "Exception Subtype" -> draft.subtype = value;
            case "Exception Note" -> draft.note = value;
            case "Exception Message" -> draft.exceptionReason = value;
            case "Crashed Thread", "Triggered by Thread", "Highlighted Thread", "Highlighted by Thread" -> blame(value);
            case "Termination Reason" -> draft.termination = Optional.of(termination(value));
            case "Termination Description" -> terminationReasons.add(value);
            case "Terminating Process" -> terminatingProcess = withoutNumber(value);
            default -> {
                return false;
            }
        }
        // Times that can't be read, parent numbers and the like have no field: the line is kept as it was.
        return !losesWords(key, value);
    }

    /** Values of which the fields above keep only a part. */
    private boolean losesWords(String key, String value) {
        return switch (key) {
            case "Date/Time" -> draft.captured.isEmpty();
            case "Launch Time" -> draft.launched.isEmpty();
            case "Parent Process", "Terminating Process" -> value.indexOf('[') >= 0;
            default -> false;
        };
    }

    /** A line below "Termination Reason:" that belongs to it. */
    void terminationReason(String line) {
        terminationReasons.add(line.strip());
    }

    void finish() {
        if (draft.appBuild.isEmpty()) {
            draft.appBuild = bracketed;
        }
        Optional<Termination> said = draft.termination;
        if (said.isEmpty() && terminatingProcess.isEmpty() && terminationReasons.isEmpty()) {
            return;
        }
        Termination was = said.orElse(new Termination("", Optional.empty(), "", List.of(), ""));
        draft.termination = Optional.of(
                new Termination(was.namespace(), was.code(), was.indicator(), terminationReasons, terminatingProcess));
    }

    private void process(String value) {
        draft.processName = withoutNumber(value);
        int open = value.lastIndexOf(" [");
        int close = value.indexOf(']', Math.max(open, 0));
        if (open >= 0 && close > open) {
            draft.pid = Numbers.integer(value.substring(open + 2, close)).orElse(-1);
        }
    }

    private static String withoutNumber(String value) {
        int open = value.lastIndexOf(" [");
        return open > 0 && value.endsWith("]") ? value.substring(0, open).strip() : value;
    }

    /** "1.2.3 (45)", "45 (1.2.3)" is not told apart; "???" is nothing. */
    private void version(String value) {
        int open = value.lastIndexOf(" (");
        boolean both = open > 0 && value.endsWith(")");
        String version = both ? value.substring(0, open).strip() : value;
        draft.appVersion = version.equals("???") ? "" : version;
        bracketed = both ? value.substring(open + 2, value.length() - 1) : "";
        bracketed = bracketed.equals("???") ? "" : bracketed;
    }

    private void codeType(String value) {
        draft.architecture = Architecture.ofWords(value);
        draft.translated = value.contains("Translated");
    }

    /** "EXC_BAD_ACCESS (SIGSEGV)", "SIGSEGV", "EXC_CRASH (SIGKILL - something)" */
    private void exceptionType(String value) {
        int open = value.indexOf(" (");
        String type = open < 0 ? value : value.substring(0, open);
        String inBrackets =
                open < 0 ? "" : value.substring(open + 2, value.endsWith(")") ? value.length() - 1 : value.length());
        boolean signalAlone = type.startsWith("SIG") && inBrackets.isEmpty();
        draft.exceptionType = signalAlone || type.equals("Unknown") || type.equals("unknown") ? "" : type;
        draft.signal = signalAlone ? type : inBrackets;
    }

    private void blame(String value) {
        int end = FrameLine.skipDigits(value, 0, value.length());
        OptionalLong number = Numbers.integer(value.substring(0, end));
        blamedThread = number.orElse(-1);
    }

    /**
     * "Namespace SIGNAL, Code 6 Abort trap: 6", "FRONTBOARD 2343432205", "SPRINGBOARD, Code 0x8badf00d",
     * "DYLD, [0x1] Library missing", "SIGNAL 9 Killed: 9".
     */
    private static Termination termination(String value) {
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
}
