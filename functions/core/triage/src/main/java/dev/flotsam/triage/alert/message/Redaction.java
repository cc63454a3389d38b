package dev.flotsam.triage.alert.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes what is personal or secret out of text that came from a report: e-mail addresses, user names in paths, device
 * ids and UUIDs, IP and hardware addresses, bearer tokens, keys and long random words.
 *
 * <p>Linear: a rule reads a run of chars only from its start, and what it takes out is not looked at again. It errs
 * towards taking out too much.
 */
public final class Redaction {
    private static final List<Rule> FOR_FACTS =
            List.of(new Credentials(), new EmailAddresses(), new UserPaths(), new DeviceIds(), new RandomWords());
    private static final List<Rule> FOR_TEXT = withNetworkAddresses();

    private Redaction() {}

    /** {@code text} without what is personal or secret. */
    public static String of(String text) {
        return apply(FOR_TEXT, text);
    }

    /** The same for a version, OS or device, where "5.2.0.1" is no IP address. */
    public static String ofFact(String text) {
        return apply(FOR_FACTS, text);
    }

    private static List<Rule> withNetworkAddresses() {
        List<Rule> rules = new ArrayList<>(FOR_FACTS);
        rules.add(new NetworkAddresses());
        return List.copyOf(rules);
    }

    private static String apply(List<Rule> rules, String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            Found found = first(rules, text, at);
            if (found.end() > at) {
                clean.append(found.instead());
                at = found.end();
            } else {
                clean.append(text.charAt(at++));
            }
        }
        return clean.toString();
    }

    private static Found first(List<Rule> rules, String text, int at) {
        for (Rule rule : rules) {
            Found found = rule.at(text, at);
            if (found.end() > at) {
                return found;
            }
        }
        return Found.NOTHING;
    }

    /** Finds one kind of thing. */
    interface Rule {
        /** What starts at {@code at}; {@link Found#NOTHING} if nothing does. */
        Found at(String text, int at);
    }

    /**
     * Something to take out.
     *
     * @param end where it ends
     * @param instead what is written in its place
     */
    record Found(int end, String instead) {
        static final Found NOTHING = new Found(-1, "");
    }
}
