package dev.flotsam.report.text;

import dev.flotsam.report.draft.ReportDraft;
import java.util.HashSet;
import java.util.Set;

/**
 * Everything that is neither stack nor image: header fields, application-specific information, the VM summary, and
 * sections without a field of their own, which are kept under their titles.
 */
final class TextSections {
    private static final int LONGEST_KEY = 60;
    /** KSCrash's title over a second crash, the reporter's own: everything below it is that crash's. */
    static final String RECRASH = "Handler crashed while reporting";

    private static final Set<String> TITLES = Set.of(
            "Kernel Triage",
            "Filtered syslog",
            "Dyld Error Message",
            "Dyld Error Information",
            "Error Formulating Crash Report",
            "External Modification Summary",
            "Extra Information",
            "CrashDoctor Diagnosis",
            "Recrash Diagnosis",
            RECRASH,
            "Application Specific Signatures",
            "System Profile",
            "Model",
            "Full Report",
            "Notable Addresses");

    private final TextLines lines;
    private final ReportDraft draft;
    private final HeaderFields fields;
    private final Set<String> taken = new HashSet<>();

    TextSections(TextLines lines, ReportDraft draft, HeaderFields fields) {
        this.lines = lines;
        this.draft = draft;
        this.fields = fields;
    }

    boolean read() {
        if (lines.isBlank()) {
            return lines.advance();
        }
        if (lines.startsWith("Application Specific Information:")) {
            return applicationInfo();
        }
        if (lines.startsWith("VM Region Summary:")) {
            return vmSummary();
        }
        if (lines.startsWith(RECRASH + ":")) {
            return recrash();
        }
        int colon = keyEnd();
        if (colon < 0 && lines.startsWith("EOF") && lines.end() - lines.start() == 3) {
            return lines.advance();
        }
        if (colon < 0) {
            draft.keep("Other", lines.line().stripTrailing());
            return lines.advance();
        }
        String key = lines.text().substring(lines.start(), colon).strip();
        String value = lines.text().substring(colon + 1, lines.end()).strip();
        return field(key, value);
    }

    private boolean field(String key, String value) {
        boolean known = HeaderKeys.KNOWN.contains(key);
        if (value.isEmpty() && !known) {
            return section(key);
        }
        boolean again = known && !taken.add(key);
        boolean kept = again || !fields.take(key, value);
        if (kept) {
            draft.keep(key, value);
        }
        boolean more = lines.advance();
        while (more && continues(key)) {
            if (key.equals("Termination Reason") && !again) {
                fields.terminationReason(lines.line());
            } else {
                draft.keep(key, known ? lines.line().strip() : lines.line().stripTrailing());
            }
            more = lines.advance();
        }
        return more;
    }

    /** A line that goes on with the field above it: indented, a marked VM region, or a reason of a termination. */
    private boolean continues(String key) {
        if (lines.isBlank() || startsPart()) {
            return false;
        }
        if (lines.first() == ' ' || lines.first() == '\t' || lines.startsWith("--->")) {
            return true;
        }
        return key.equals("Termination Reason") && !isKnownField();
    }

    /** A part that has no field: its lines, to the next part or title. */
    boolean section(String title) {
        StringBuilder content = new StringBuilder();
        boolean more = lines.advance();
        while (more && !startsPart() && !isTitle() && !isKnownField()) {
            content.append(lines.text(), lines.start(), FrameLine.trimmed(lines.text(), lines.start(), lines.end()))
                    .append('\n');
            more = lines.advance();
        }
        String text = withoutBlankEnds(content);
        draft.keep(title, text.indexOf('\n') < 0 ? text.strip() : text);
        return more;
    }

    private boolean recrash() {
        StringBuilder content = new StringBuilder();
        while (lines.advance()) {
            content.append(lines.text(), lines.start(), FrameLine.trimmed(lines.text(), lines.start(), lines.end()))
                    .append('\n');
        }
        draft.keep(RECRASH, withoutBlankEnds(content));
        return false;
    }

    private boolean applicationInfo() {
        String rest = lines.text().substring(lines.text().indexOf(':', lines.start()) + 1, lines.end());
        if (!rest.isBlank()) {
            draft.applicationInfo.add(rest.strip());
        }
        boolean more = lines.advance();
        while (more && !startsPart() && !isKnownTitle()) {
            if (!lines.isBlank()) {
                draft.applicationInfo.add(lines.line().stripTrailing());
            }
            more = lines.advance();
        }
        return more;
    }

    private boolean vmSummary() {
        StringBuilder content = new StringBuilder();
        boolean more = lines.advance();
        while (more && !startsPart() && !isKnownTitle()) {
            content.append(lines.text(), lines.start(), FrameLine.trimmed(lines.text(), lines.start(), lines.end()))
                    .append('\n');
            more = lines.advance();
        }
        draft.vmSummary = withoutBlankEnds(content);
        return more;
    }

    private static String withoutBlankEnds(StringBuilder content) {
        int end = content.length();
        while (end > 0 && content.charAt(end - 1) == '\n') {
            end--;
        }
        int start = 0;
        while (start < end && content.charAt(start) == '\n') {
            start++;
        }
        return content.substring(start, end);
    }

    /** The title of a stack, of images, of information or of the VM summary. */
    boolean startsPart() {
        return switch (lines.first()) {
            case 'T', 'U' -> ThreadLine.parse(lines.text(), lines.start(), lines.end()) != null;
            case 'B' -> lines.startsWith("Binary Images:") || lines.startsWith("Binary Images Description:");
            case 'L' -> lines.startsWith("Last Exception Backtrace");
            case 'A' -> lines.startsWith("Application Specific ");
            case 'V' -> lines.startsWith("VM Region Summary:");
            default -> false;
        };
    }

    /** A line that is nothing but a title: words and a colon, not indented. */
    boolean isTitle() {
        int colon = keyEnd();
        return colon >= 0 && FrameLine.trimmed(lines.text(), colon + 1, lines.end()) == colon + 1;
    }

    private boolean isKnownTitle() {
        int colon = keyEnd();
        return colon >= 0 && TITLES.contains(lines.text().substring(lines.start(), colon));
    }

    private boolean isKnownField() {
        int colon = keyEnd();
        return colon >= 0
                && HeaderKeys.KNOWN.contains(
                        lines.text().substring(lines.start(), colon).strip());
    }

    /** Where a key's colon is; −1 when the line doesn't start with a key. */
    private int keyEnd() {
        if (!Character.isLetter(lines.first())) {
            return -1;
        }
        int limit = Math.min(lines.end(), lines.start() + LONGEST_KEY);
        int colon = lines.text().indexOf(':', lines.start(), limit);
        boolean closed = colon >= 0 && (colon + 1 == lines.end() || lines.text().charAt(colon + 1) <= ' ');
        return closed ? colon : -1;
    }
}
