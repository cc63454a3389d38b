package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.alert.message.Redaction.Found;
import dev.flotsam.triage.alert.message.Redaction.Rule;

/** IPv4 and IPv6 addresses. A scope such as {@code Cafe::add} is none: an address has a digit. */
final class NetworkAddresses implements Rule {
    /** Longest IPv6 text with an IPv4 tail. */
    private static final int LONGEST = 45;

    private static final int GROUPS = 8;

    @Override
    public Found at(String text, int at) {
        if (at > 0 && isPart(text.charAt(at - 1))) {
            return Found.NOTHING;
        }
        int end = Chars.run(text, at, LONGEST + 1, NetworkAddresses::isPart);
        while (end > at && ".:".indexOf(text.charAt(end - 1)) >= 0 && !text.startsWith("::", end - 2)) {
            end--;
        }
        if (end - at < 2 || end - at > LONGEST || !Chars.endsWord(text, end)) {
            return Found.NOTHING;
        }
        String word = text.substring(at, end);
        int port = word.indexOf(':');
        boolean four = isFour(port < 0 ? word : word.substring(0, port)) && word.indexOf(':', port + 1) < 0;
        return four || isSix(word) ? new Found(end, "[ip]") : Found.NOTHING;
    }

    private static boolean isFour(String word) {
        String[] parts = word.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(Chars::isDigit)) {
                return false;
            }
            if (Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSix(String word) {
        boolean shortened = word.contains("::");
        String[] groups = word.split(":", -1);
        int filled = 0;
        boolean digit = false;
        for (int i = 0; i < groups.length; i++) {
            String group = groups[i];
            boolean tail = i == groups.length - 1 && isFour(group);
            if (!tail && (group.length() > 4 || group.indexOf('.') >= 0)) {
                return false;
            }
            filled += group.isEmpty() ? 0 : tail ? 2 : 1;
            digit |= group.chars().anyMatch(Chars::isDigit);
        }
        return digit && groups.length > 2 && (shortened ? filled < GROUPS && filled > 1 : filled == GROUPS);
    }

    private static boolean isPart(int c) {
        return Chars.isHex(c) || c == ':' || c == '.';
    }
}
