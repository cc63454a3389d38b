package dev.flotsam.signature;

import dev.flotsam.report.json.JsonDamage;
import dev.flotsam.report.json.JsonDocument;
import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What owners of apps add to the rules, as a JSON object by bundle identifier:
 *
 * <pre>{@code
 * {"org.example.feed": {"irrelevant": ["Log.*"], "prefix": ["Feed.check*"], "in_app": ["Paging"],
 *                       "not_in_app": ["Tracking*"], "extra_keys": ["reason"]}}
 * }</pre>
 *
 * <p>Patterns are those of the built-in lists; {@code in_app} and {@code not_in_app} match a frame's function or its
 * image's name. Every member may be absent; a member of another name is
 * refused, so that a typing error does not silently do nothing.
 */
public final class AppOverrides {
    static final int BYTES = 1 << 20;
    static final int PATTERNS = 2_000;

    private static final JsonLimits LIMITS = new JsonLimits(8, 100_000, 1_024, 1_024, 32);
    private static final Set<String> MEMBERS = Set.of("irrelevant", "prefix", "in_app", "not_in_app", "extra_keys");

    private final Map<String, AppRules> apps;
    private final String text;

    private AppOverrides(Map<String, AppRules> apps, String text) {
        this.apps = Map.copyOf(apps);
        this.text = text;
    }

    /** Overrides for no app. */
    public static AppOverrides none() {
        return new AppOverrides(Map.of(), "");
    }

    /**
     * Reads overrides.
     *
     * @param json at most {@value #BYTES} bytes
     * @throws IllegalArgumentException naming the JSON path and the value that is wrong
     */
    public static AppOverrides parse(byte[] json) {
        JsonDocument document = read(json);
        Map<String, AppRules> apps = new HashMap<>();
        for (JsonMember app : document.root().members()) {
            apps.put(app.key(), rulesOf("$." + app.key(), app.value()));
        }
        require(!apps.isEmpty() || document.root().size() == 0, "$", "an object by bundle identifier is expected");
        return new AppOverrides(apps, JsonText.write(document.root()));
    }

    /** Overrides of one app, whose members stand in an object beside others that are not looked at here. */
    static AppOverrides of(String app, JsonValue members) {
        AppRules rules = rulesOf("$", members);
        return rules.equals(AppRules.NONE) ? none() : new AppOverrides(Map.of(app, rules), JsonText.write(members));
    }

    static JsonDocument read(byte[] json) {
        require(json.length <= BYTES, "$", json.length + " bytes, more than " + BYTES);
        JsonDocument document = new JsonReader(LIMITS).read(json);
        String damage = document.damage().map(JsonDamage::message).orElse("");
        require(damage.isEmpty(), document.damage().map(JsonDamage::where).orElse("$"), damage);
        return document;
    }

    Map<String, AppRules> apps() {
        return apps;
    }

    /** Their JSON without white space: equal texts, equal rules. */
    String text() {
        return text;
    }

    private static AppRules rulesOf(String path, JsonValue app) {
        for (JsonMember member : app.members()) {
            require(MEMBERS.contains(member.key()), path, "unknown member \"" + member.key() + "\"");
        }
        return new AppRules(
                list(path, app, "irrelevant"),
                list(path, app, "prefix"),
                list(path, app, "in_app"),
                list(path, app, "not_in_app"),
                extraKeys(path + ".extra_keys", app.get("extra_keys")));
    }

    private static FrameList list(String path, JsonValue app, String member) {
        String name = path + "." + member;
        List<String> lines = new ArrayList<>();
        for (JsonValue element : app.get(member).elements()) {
            require(!element.text().isBlank(), name, "a pattern is empty");
            lines.add(element.text());
        }
        require(lines.size() <= PATTERNS, name, lines.size() + " patterns, more than " + PATTERNS);
        return FrameList.of(name, lines);
    }

    private static Set<ExtraKey> extraKeys(String path, JsonValue words) {
        Set<ExtraKey> keys = EnumSet.noneOf(ExtraKey.class);
        for (JsonValue word : words.elements()) {
            keys.add(ExtraKey.named(word.text())
                    .orElseThrow(() -> new IllegalArgumentException(path + ": unknown key \"" + word.text() + "\"")));
        }
        return keys;
    }

    private static void require(boolean holds, String path, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(path + ": " + problem);
        }
    }
}
