package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.alert.message.Redaction.Found;
import dev.flotsam.triage.alert.message.Redaction.Rule;

/** Long words of mixed letters and many digits, as tokens are; mangled names are none. */
final class RandomWords implements Rule {
    private static final int LEAST_CHARS = 32;
    private static final int LEAST_DIGITS = 4;
    private static final int CHARS_A_DIGIT = 12;

    @Override
    public Found at(String text, int at) {
        if (at > 0 && isPart(text.charAt(at - 1))) {
            return Found.NOTHING;
        }
        int end = Chars.run(text, at, text.length(), RandomWords::isPart);
        int length = end - at;
        if (length < LEAST_CHARS || isMangled(text, at)) {
            return Found.NOTHING;
        }
        int digits = 0;
        int upper = 0;
        int lower = 0;
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            digits += Chars.isDigit(c) ? 1 : 0;
            upper += c >= 'A' && c <= 'Z' ? 1 : 0;
            lower += c >= 'a' && c <= 'z' ? 1 : 0;
        }
        boolean mixed = upper > 0 && lower > 0 && digits >= LEAST_DIGITS && digits >= length / CHARS_A_DIGIT;
        return mixed ? new Found(end, "[secret]") : Found.NOTHING;
    }

    private static boolean isMangled(String text, int at) {
        boolean swift = at > 0 && text.charAt(at - 1) == '$';
        return swift || text.startsWith("_Z", at) || text.startsWith("__Z", at) || text.startsWith("_T0", at);
    }

    private static boolean isPart(int c) {
        return Chars.isAsciiLetterOrDigit(c) || c == '_' || c == '-' || c == '+' || c == '=' || c == '~';
    }
}
