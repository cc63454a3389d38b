package dev.flotsam.local.template;

import java.util.List;
import java.util.Map;

/** The template's Conditions, evaluated on demand. */
final class Conditions {
    private final Map<?, ?> named;
    private final Intrinsics intrinsics;

    Conditions(Map<?, ?> named, Intrinsics intrinsics) {
        this.named = named;
        this.intrinsics = intrinsics;
    }

    boolean holds(String name) {
        Object expression = named.get(name);
        if (expression == null) {
            throw new TemplateException("Conditions." + name, "not defined");
        }
        return holds("Conditions." + name, expression);
    }

    private boolean holds(String place, Object expression) {
        if (!(expression instanceof Map<?, ?> map) || map.size() != 1) {
            throw new TemplateException(place, "expected a condition, got " + expression);
        }
        var call = map.entrySet().iterator().next();
        return switch (String.valueOf(call.getKey())) {
            case "Condition" -> holds(String.valueOf(call.getValue()));
            case "Fn::Not" -> !holds(place, operands(place, call.getValue()).get(0));
            case "Fn::And" -> operands(place, call.getValue()).stream().allMatch(each -> holds(place, each));
            case "Fn::Or" -> operands(place, call.getValue()).stream().anyMatch(each -> holds(place, each));
            case "Fn::Equals" -> {
                List<?> sides = operands(place, call.getValue());
                yield intrinsics.text(place, sides.get(0)).equals(intrinsics.text(place, sides.get(1)));
            }
            default -> throw new TemplateException(place, call.getKey() + " is no condition");
        };
    }

    private static List<?> operands(String place, Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw new TemplateException(place, "expected operands, got " + value);
    }
}
