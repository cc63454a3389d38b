package dev.flotsam.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flotsam.signature.AppOverrides;
import dev.flotsam.signature.Ruleset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules as files hold them.
 *
 * @param lists lines by list name
 * @param overrides JSON by bundle identifier
 */
record ChangedRules(Map<String, List<String>> lists, JsonNode overrides) {
    static ChangedRules read(Optional<Path> rules, Optional<Path> overrides) throws IOException {
        Map<String, List<String>> lists = new HashMap<>();
        if (rules.isPresent()) {
            for (Path file : FileArguments.expand(List.of(rules.get()))) {
                String name = file.getFileName().toString();
                if (name.endsWith(".txt")) {
                    lists.put(name.substring(0, name.length() - ".txt".length()), Files.readAllLines(file));
                }
            }
            if (lists.isEmpty()) {
                throw new IOException(rules.get() + ": no list, such as irrelevant.txt, is in there");
            }
        }
        JsonMapper json = new JsonMapper();
        return new ChangedRules(
                lists,
                overrides.isPresent() ? json.readTree(Files.readString(overrides.get())) : json.createObjectNode());
    }

    Ruleset ruleset() {
        Ruleset replaced =
                lists.isEmpty() ? Ruleset.builtIn() : Ruleset.builtIn().replacing(lists);
        return overrides.isEmpty()
                ? replaced
                : replaced.with(AppOverrides.parse(overrides.toString().getBytes(StandardCharsets.UTF_8)));
    }

    List<String> apps() {
        List<String> names = new ArrayList<>();
        overrides.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** As the API takes it. */
    JsonNode of(String app) {
        ObjectNode body = new JsonMapper().createObjectNode();
        if (overrides.has(app)) {
            body.set("rules", overrides.get(app));
        }
        if (!lists.isEmpty()) {
            body.set("lists", new JsonMapper().valueToTree(lists));
        }
        return body;
    }
}
