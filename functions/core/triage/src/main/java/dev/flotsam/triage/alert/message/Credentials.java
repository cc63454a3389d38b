package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.alert.message.Redaction.Found;
import dev.flotsam.triage.alert.message.Redaction.Rule;
import java.util.List;

/** "Bearer …", "password=…", and words that start as the keys of known services do. */
final class Credentials implements Rule {
    private static final String INSTEAD = "[secret]";
    private static final List<String> SCHEMES = List.of("bearer", "basic");
    private static final List<String> NAMES = List.of(
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "client_secret",
            "token",
            "access_token",
            "refresh_token",
            "id_token",
            "auth_token",
            "authtoken",
            "accesstoken",
            "api_key",
            "api-key",
            "apikey",
            "authorization",
            "session",
            "sessionid",
            "session_id",
            "cookie",
            "signature",
            "sig");
    private static final List<String> STARTS = List.of(
            "xoxb-",
            "xoxp-",
            "xoxa-",
            "xoxr-",
            "xoxs-",
            "xapp-",
            "ghp_",
            "gho_",
            "ghs_",
            "github_pat_",
            "glpat-",
            "sk_live_",
            "sk_test_",
            "rk_live_",
            "sk-",
            "whsec_",
            "npm_",
            "AKIA",
            "ASIA",
            "AIza",
            "eyJ",
            "ya29.");

    @Override
    public Found at(String text, int at) {
        if (!Chars.startsWord(text, at)) {
            return Found.NOTHING;
        }
        for (String scheme : SCHEMES) {
            if (isAt(text, at, scheme) && isBlank(text, at + scheme.length())) {
                return value(text, at, Chars.run(text, at + scheme.length(), 8, Character::isWhitespace), 8);
            }
        }
        for (String name : NAMES) {
            if (isAt(text, at, name)) {
                Found assigned = assigned(text, at, at + name.length());
                if (assigned.end() > at) {
                    return assigned;
                }
            }
        }
        return STARTS.stream().anyMatch(start -> text.startsWith(start, at)) ? value(text, at, at, 12) : Found.NOTHING;
    }

    private static Found assigned(String text, int at, int nameEnd) {
        int sign = Chars.run(text, nameEnd, 8, c -> c == ' ' || c == '"' || c == '\'');
        if (sign >= text.length() || "=:".indexOf(text.charAt(sign)) < 0) {
            return Found.NOTHING;
        }
        // A second colon is C++ or Swift scope, as in "token::next".
        if (sign + 1 < text.length() && text.charAt(sign + 1) == ':') {
            return Found.NOTHING;
        }
        int from = Chars.run(text, sign + 1, 8, c -> c == ' ' || c == '"' || c == '\'');
        for (String scheme : SCHEMES) {
            if (isAt(text, from, scheme) && isBlank(text, from + scheme.length())) {
                from = Chars.run(text, from + scheme.length(), 8, Character::isWhitespace);
            }
        }
        return value(text, at, from, 1);
    }

    /** The text up to {@code from} stays, the word from there goes if it is long enough. */
    private static Found value(String text, int at, int from, int least) {
        int end = Chars.run(text, from, text.length(), Credentials::isPart);
        return end - from < least ? Found.NOTHING : new Found(end, text.substring(at, from) + INSTEAD);
    }

    private static boolean isPart(int c) {
        return !Character.isWhitespace(c) && "\"'`,;&()[]{}<>".indexOf(c) < 0;
    }

    private static boolean isAt(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private static boolean isBlank(String text, int at) {
        return at < text.length() && Character.isWhitespace(text.charAt(at));
    }
}
