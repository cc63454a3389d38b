package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.alert.message.Redaction.Found;
import dev.flotsam.triage.alert.message.Redaction.Rule;

/** {@code name@host.tld}, also with the at-sign percent-encoded. */
final class EmailAddresses implements Rule {
    @Override
    public Found at(String text, int at) {
        if (at > 0 && isLocal(text.charAt(at - 1))) {
            return Found.NOTHING;
        }
        int sign = Chars.run(text, at, text.length(), EmailAddresses::isLocal);
        int encoded = text.substring(at, sign).indexOf("%40");
        int host;
        if (sign > at && sign < text.length() && text.charAt(sign) == '@') {
            host = sign + 1;
        } else if (encoded > 0) {
            host = at + encoded + 3;
        } else {
            return Found.NOTHING;
        }
        int end = Chars.run(text, host, text.length(), EmailAddresses::isHost);
        int dot = text.substring(host, end).indexOf('.');
        return dot > 0 && host + dot + 1 < end ? new Found(end, "[email]") : Found.NOTHING;
    }

    private static boolean isLocal(int c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    private static boolean isHost(int c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
