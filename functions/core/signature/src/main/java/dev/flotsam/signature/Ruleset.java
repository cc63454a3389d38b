package dev.flotsam.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The words the rules go by. Immutable.
 *
 * <p>{@link #version} names them exactly: the built-in version, with a hash behind it of whatever was replaced or added.
 * Ids are made with the built-in version alone, so that an override moves only the reports it is about.
 */
public final class Ruleset {
    /** Changes whenever a built-in rule or list changes an id. */
    static final String BUILT_IN_VERSION = "1";

    private static final int HASH_DIGITS = 8;

    private final FrameLists lists;
    private final AppOverrides overrides;
    private final List<String> changes;

    private Ruleset(FrameLists lists, AppOverrides overrides, List<String> changes) {
        this.lists = Objects.requireNonNull(lists, "lists");
        this.overrides = Objects.requireNonNull(overrides, "overrides");
        this.changes = List.copyOf(changes);
    }

    /** The rules this build of Flotsam ships. */
    public static Ruleset builtIn() {
        return new Ruleset(FrameLists.builtIn(), AppOverrides.none(), List.of());
    }

    /** These rules with what owners of apps add, in place of earlier additions. */
    public Ruleset with(AppOverrides added) {
        return new Ruleset(lists, added, changes);
    }

    /**
     * These rules with lists replaced.
     *
     * @param replaced lines by list name, such as "irrelevant": see docs/signature-rules.md
     * @throws IllegalArgumentException for an unknown name or a bad pattern, naming list, line and text
     */
    public Ruleset replacing(Map<String, List<String>> replaced) {
        FrameLists next = lists;
        List<String> said = new ArrayList<>(changes);
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(replaced).entrySet()) {
            next = next.replacing(FrameList.of(entry.getKey(), entry.getValue()));
            said.add(entry.getKey() + '\n' + String.join("\n", entry.getValue()));
        }
        return new Ruleset(next, overrides, said);
    }

    /** What signatures carry: "1", or "1+" and eight hex digits where lists or overrides differ from the built-in. */
    public String version() {
        if (changes.isEmpty() && overrides.text().isEmpty()) {
            return BUILT_IN_VERSION;
        }
        Digest digest = new Digest();
        changes.forEach(digest::add);
        digest.add(overrides.text());
        return BUILT_IN_VERSION + "+" + digest.hex(HASH_DIGITS);
    }

    FrameLists lists() {
        return lists;
    }

    AppRules rulesOf(String app) {
        return overrides.apps().getOrDefault(app, AppRules.NONE);
    }
}
