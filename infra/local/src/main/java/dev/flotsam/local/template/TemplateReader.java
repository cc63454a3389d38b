package dev.flotsam.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a SAM template the way a deployment would, with local names for what a deployment would create. */
public final class TemplateReader {
    private final Map<String, String> overrides;

    /**
     * Makes a reader for one deployment.
     *
     * @param overrides parameter values that replace the template's defaults
     */
    public TemplateReader(Map<String, String> overrides) {
        this.overrides = Map.copyOf(overrides);
    }

    /**
     * Reads a template file.
     *
     * @throws IOException if the file cannot be read
     * @throws TemplateException if it is malformed
     */
    public Template read(Path file) throws IOException {
        return read(Files.readString(file), file.toAbsolutePath().getParent());
    }

    /** @param folder what CodeUri is relative to */
    Template read(String yaml, Path folder) {
        Map<?, ?> root = YamlTree.parse(yaml);
        Map<?, ?> resources = map(root, "Resources");
        var names = new LocalNames(parameters(map(root, "Parameters")), resources);
        var intrinsics = new Intrinsics(names, map(root, "Conditions"), map(root, "Mappings"));
        var globals = new Section("Globals.Function", map(map(root, "Globals"), "Function"), intrinsics);
        return new Resources(names, new Section("Resources", resources, intrinsics), globals, folder).template();
    }

    private Map<String, String> parameters(Map<?, ?> declared) {
        Map<String, String> values = new HashMap<>();
        declared.forEach((name, declaration) -> {
            if (declaration instanceof Map<?, ?> map && map.get("Default") instanceof String text) {
                values.put(String.valueOf(name), text);
            }
        });
        values.putAll(overrides);
        List<String> missing = new ArrayList<>();
        declared.keySet().forEach(name -> {
            if (!values.containsKey(String.valueOf(name))) {
                missing.add(String.valueOf(name));
            }
        });
        if (!missing.isEmpty()) {
            throw new TemplateException("Parameters", "no value for " + String.join(", ", missing));
        }
        return values;
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> map ? map : new LinkedHashMap<>();
    }
}
