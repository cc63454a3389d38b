package dev.flotsam.report.text;

/**
 * Text as people send it. Copied into mail, chat or an issue, a report is quoted ("> "), indented, or has the line ends of
 * another age; copied out of Console, it is followed by the document that it was translated from.
 */
public final class SentText {
    /** What Console writes between its translation and the document itself. */
    private static final String FULL_REPORT = "\nFull Report";

    private SentText() {}

    /**
     * The text without what sending added: carriage returns alone become line feeds, and the quote or indent before the
     * report's first line is taken off every line. The same text where nothing was added.
     */
    public static String restored(String text) {
        String lined = text.indexOf('\n') < 0 ? text.replace('\r', '\n') : text;
        String quote = quote(lined);
        return quote.isEmpty() ? lined : unquoted(lined, quote);
    }

    /** Where the JSON of a translated report's own document starts; −1 if there is none. */
    public static int fullReport(String text) {
        int title = text.lastIndexOf(FULL_REPORT);
        if (title < 0) {
            return -1;
        }
        int at = title + FULL_REPORT.length();
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '-')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '{' ? at : -1;
    }

    /** What stands before the first line that only a report has. */
    private static String quote(String text) {
        TextLines lines = new TextLines(text);
        while (lines.advance() && lines.start() < TextKind.SNIFFED) {
            int content = lines.start();
            while (content < lines.end() && isQuote(text.charAt(content))) {
                content++;
            }
            if (content > lines.start() && TextKind.isHeader(text, content, lines.end())) {
                return text.substring(lines.start(), content);
            }
        }
        return "";
    }

    private static boolean isQuote(char character) {
        return character == ' ' || character == '\t' || character == '>' || character == '|';
    }

    /** Blank lines lose the blanks at a quote's end ("&gt;" for "&gt; "). */
    private static String unquoted(String text, String quote) {
        String bare = quote.stripTrailing();
        StringBuilder plain = new StringBuilder(text.length());
        TextLines lines = new TextLines(text);
        while (lines.advance()) {
            String begin = lines.startsWith(quote) ? quote : lines.startsWith(bare) ? bare : "";
            plain.append(text, lines.start() + begin.length(), lines.end()).append('\n');
        }
        return plain.toString();
    }
}
