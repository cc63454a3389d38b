package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ParsedReport.Termination;
import dev.flotsam.report.draft.Architecture;
import dev.flotsam.report.draft.OsName;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.draft.ResourceKind;
import dev.flotsam.report.draft.TerminationWords;
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
            case "App Name" -> draft.appName = value;
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
            case "Termination Reason" -> draft.termination = Optional.of(TerminationWords.parse(value));
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
        if (draft.kind == Kind.CRASH) {
            draft.kind = ResourceKind.of(draft.exceptionType, draft.subtype + " " + draft.exceptionReason);
        }
        Optional<Termination> said = draft.termination;
        if (said.isEmpty() && terminatingProcess.isEmpty() && terminationReasons.isEmpty()) {
            return;
        }
        Termination was = said.orElse(new Termination("", Optional.empty(), "", List.of(), ""));
        List<String> reasons = new ArrayList<>(was.reasons());
        reasons.addAll(terminationReasons);
        draft.termination =
                Optional.of(new Termination(was.namespace(), was.code(), was.indicator(), reasons, terminatingProcess));
    }

    private void process(String value) {
        String name = withoutNumber(value);
        draft.processName = name.equals("???") ? "" : name;
        int open = numberColumn(value);
        int end = open < 0 ? 0 : FrameLine.skipDigits(value, open + 2, value.length());
        if (open >= 0) {
            draft.pid = Numbers.integer(value.substring(open + 2, end)).orElse(-1);
        }
    }

    private static String withoutNumber(String value) {
        int open = numberColumn(value);
        return open > 0 ? value.substring(0, open).strip() : value;
    }

    /** Where " [123]" starts behind a process's name; spindump adds more in brackets. */
    private static int numberColumn(String value) {
        for (int open = value.indexOf(" ["); open >= 0; open = value.indexOf(" [", open + 1)) {
            int end = FrameLine.skipDigits(value, open + 2, value.length());
            if (end > open + 2 && end < value.length() && value.charAt(end) == ']') {
                return open;
            }
        }
        return -1;
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
        String type = open < 0 ? value : value.substring(0, open).strip();
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
}
