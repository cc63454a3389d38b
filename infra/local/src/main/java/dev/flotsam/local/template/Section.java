package dev.flotsam.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map of the template with the way to it, for messages that say where. Values are resolved when asked for. */
record Section(String place, Map<?, ?> entries, Intrinsics intrinsics) {
    boolean has(String key) {
        return entries.containsKey(key) && find(key).isPresent();
    }

    Optional<Object> find(String key) {
        return intrinsics.resolve(place + "." + key, entries.get(key));
    }

    Optional<String> text(String key) {
        return find(key).map(value -> text(place + "." + key, value));
    }

    String required(String key) {
        return text(key).orElseThrow(() -> new TemplateException(place + "." + key, "missing"));
    }

    int number(String key, int otherwise) {
        return text(key).map(value -> integer(key, value)).orElse(otherwise);
    }

    boolean flag(String key) {
        return text(key).map("true"::equals).orElse(false);
    }

    /** The map under a key, empty if there is none. */
    Section section(String key) {
        return new Section(place + "." + key, map(place + "." + key, find(key).orElse(Map.of())), intrinsics);
    }

    /** The maps under the keys of this one, unresolved. */
    Map<String, Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            String name = place + "." + key;
            sections.put(String.valueOf(key), new Section(name, map(name, value), intrinsics));
        });
        return sections;
    }

    List<Section> list(String key) {
        List<Section> items = new ArrayList<>();
        for (Object item : asList(find(key).orElse(List.of()))) {
            String name = place + "." + key + "[" + items.size() + "]";
            items.add(new Section(name, map(name, item), intrinsics));
        }
        return items;
    }

    /** A list of strings; a single string counts as a list of one. */
    List<String> texts(String key) {
        return asList(find(key).orElse(List.of())).stream()
                .map(item -> text(place + "." + key, item))
                .toList();
    }

    /** Entries of the other section that this one lacks are added; maps are merged, as SAM merges Globals. */
    Section over(Section globals) {
        return new Section(place, merged(globals.entries, entries), intrinsics);
    }

    private static Map<?, ?> merged(Map<?, ?> below, Map<?, ?> above) {
        Map<Object, Object> all = new LinkedHashMap<>(below);
        above.forEach((key, value) -> {
            Object lower = below.get(key);
            boolean maps = lower instanceof Map && value instanceof Map;
            all.put(key, maps ? merged((Map<?, ?>) lower, (Map<?, ?>) value) : value);
        });
        return all;
    }

    private int integer(String key, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException malformed) {
            throw new TemplateException(place + "." + key, "expected a number, got " + value);
        }
    }

    private static List<?> asList(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static String text(String place, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new TemplateException(place, "expected text, got " + value);
    }

    private static Map<?, ?> map(String place, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new TemplateException(place, "expected a map, got " + value);
    }
}
