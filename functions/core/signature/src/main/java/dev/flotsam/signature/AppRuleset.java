package dev.flotsam.signature;

import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of one app as its owner writes them down: what is added to the built-in rules, and lists that replace built-in
 * ones.
 *
 * <pre>{@code
 * {"rules": {"irrelevant": ["Log.*"], "prefix": ["Feed.check*"], "in_app": ["Paging"],
 *            "not_in_app": ["Tracking*"], "extra_keys": ["reason"]},
 *  "lists": {"entry-points": ["main", "start"]}}
 * }</pre>
 *
 * <p>Both members may be absent. {@code rules} is one app's part of {@link AppOverrides}; {@code lists} is what {@link
 * Ruleset#replacing} takes.
 *
 * @param ruleset what reports of the app are signed by
 * @param json the same, without white space
 */
public record AppRuleset(Ruleset ruleset, String json) {
    private static final String RULES = "rules";
    private static final String LISTS = "lists";

    /** The built-in rules alone. */
    public static AppRuleset builtIn() {
        return new AppRuleset(Ruleset.builtIn(), "{}");
    }

    /**
     * Reads an app's rules.
     *
     * @param app its bundle identifier
     * @param json at most {@value AppOverrides#BYTES} bytes
     * @throws IllegalArgumentException naming the JSON path, or list and line, and the value that is wrong
     */
    public static AppRuleset parse(String app, byte[] json) {
        JsonValue root = AppOverrides.read(json).root();
        if (!JsonText.write(root).startsWith("{")) {
            throw new IllegalArgumentException("$: an object with \"rules\" and \"lists\" is expected");
        }
        for (JsonMember member : root.members()) {
            if (!member.key().equals(RULES) && !member.key().equals(LISTS)) {
                throw new IllegalArgumentException("$: unknown member \"" + member.key() + "\"");
            }
        }
        Map<String, List<String>> lists = new HashMap<>();
        for (JsonMember list : root.get(LISTS).members()) {
            List<String> lines = new ArrayList<>();
            list.value().elements().forEach(line -> lines.add(line.text()));
            lists.put(list.key(), lines);
        }
        Ruleset ruleset = Ruleset.builtIn();
        ruleset = lists.isEmpty() ? ruleset : ruleset.replacing(lists);
        return new AppRuleset(ruleset.with(AppOverrides.of(app, root.get(RULES))), JsonText.write(root));
    }
}
