package dev.flotsam.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CloudFormation's intrinsic functions, evaluated with the names that things have locally. Source: AWS CloudFormation
 * User Guide, "Intrinsic function reference".
 */
final class Intrinsics {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final LocalNames names;
    private final Conditions conditions;
    private final Map<?, ?> mappings;

    Intrinsics(LocalNames names, Map<?, ?> conditions, Map<?, ?> mappings) {
        this.names = names;
        this.conditions = new Conditions(conditions, this);
        this.mappings = mappings;
    }

    Conditions conditions() {
        return conditions;
    }

    /** The value with its calls replaced; empty for an absent value and for {@code AWS::NoValue}. */
    Optional<Object> resolve(String place, Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                list.forEach(item -> resolve(place, item).ifPresent(items::add));
                yield Optional.of(items);
            }
            case Map<?, ?> map
            when isCall(map) -> {
                var call = map.entrySet().iterator().next();
                yield call(place, String.valueOf(call.getKey()), call.getValue());
            }
            case Map<?, ?> map -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                map.forEach((key, item) -> resolve(place + "." + key, item)
                        .ifPresent(resolved -> entries.put(String.valueOf(key), resolved)));
                yield Optional.of(entries);
            }
            default -> Optional.of(value);
        };
    }

    private static boolean isCall(Map<?, ?> map) {
        if (map.size() != 1) {
            return false;
        }
        String key = String.valueOf(map.keySet().iterator().next());
        return key.equals("Ref") || key.startsWith("Fn::");
    }

    private Optional<Object> call(String place, String function, Object argument) {
        return switch (function) {
            case "Ref" ->
                argument.equals("AWS::NoValue")
                        ? Optional.empty()
                        : Optional.of(names.ref(place, text(place, argument)));
            case "Fn::GetAtt" -> {
                List<String> parts = texts(place, argument);
                yield Optional.of(names.attribute(place, parts.get(0), parts.get(1)));
            }
            case "Fn::Sub" -> Optional.of(substituted(place, argument));
            case "Fn::Join" -> {
                List<?> parts = arguments(place, function, argument, 2);
                yield Optional.of(String.join(text(place, parts.get(0)), texts(place, parts.get(1))));
            }
            case "Fn::Select" -> {
                List<?> parts = arguments(place, function, argument, 2);
                yield Optional.of(texts(place, parts.get(1)).get(Integer.parseInt(text(place, parts.get(0)))));
            }
            case "Fn::Split" -> {
                List<String> parts = texts(place, argument);
                yield Optional.of(List.of(parts.get(1).split(Pattern.quote(parts.get(0)), -1)));
            }
            case "Fn::FindInMap" -> found(place, texts(place, argument));
            case "Fn::If" -> {
                List<?> parts = arguments(place, function, argument, 3);
                yield resolve(place, conditions.holds(text(place, parts.get(0))) ? parts.get(1) : parts.get(2));
            }
            case "Fn::ToJsonString" ->
                Optional.of(JsonText.of(resolve(place, argument).orElse(Map.of())));
            default -> throw new TemplateException(place, function + " is not resolved locally");
        };
    }

    private String substituted(String place, Object argument) {
        String pattern = argument instanceof List<?> list ? text(place, list.get(0)) : text(place, argument);
        Map<?, ?> local = argument instanceof List<?> list && list.get(1) instanceof Map<?, ?> given ? given : Map.of();
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).isEmpty()
                                ? placeholder(place, match.group(2), local)
                                : "${" + match.group(2) + "}"));
    }

    private String placeholder(String place, String name, Map<?, ?> local) {
        if (local.containsKey(name)) {
            return text(place, local.get(name));
        }
        int dot = name.indexOf('.');
        Object value = dot < 0
                ? names.ref(place, name)
                : names.attribute(place, name.substring(0, dot), name.substring(dot + 1));
        return text(place, value);
    }

    private Optional<Object> found(String place, List<String> path) {
        Object at = mappings;
        for (String key : path) {
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        if (at == null) {
            throw new TemplateException(place, "no mapping " + path);
        }
        return Optional.of(at);
    }

    String text(String place, Object value) {
        Object resolved = resolve(place, value).orElseThrow(() -> new TemplateException(place, "no value"));
        if (resolved instanceof String text) {
            return text;
        }
        throw new TemplateException(place, "expected text, got " + resolved);
    }

    private List<String> texts(String place, Object value) {
        if (resolve(place, value).orElse(null) instanceof List<?> list) {
            return list.stream().map(item -> text(place, item)).collect(Collectors.toList());
        }
        throw new TemplateException(place, "expected a list, got " + value);
    }

    private static List<?> arguments(String place, String function, Object value, int count) {
        if (value instanceof List<?> list && list.size() == count) {
            return list;
        }
        throw new TemplateException(place, function + " wants " + count + " arguments, got " + value);
    }
}
