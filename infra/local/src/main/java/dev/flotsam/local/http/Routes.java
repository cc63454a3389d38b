package dev.flotsam.local.http;

import dev.flotsam.local.host.FunctionPool;
import dev.flotsam.local.template.Trigger.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which function answers a request: the route with most literal text wins, {@code $default} last. */
public final class Routes {
    private record Entry(Route route, FunctionPool function) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Makes the routes that a template's functions declare. */
    public Routes(List<FunctionPool> functions) {
        for (FunctionPool function : functions) {
            function.function().triggers().forEach(trigger -> {
                if (trigger instanceof Route route) {
                    entries.add(new Entry(route, function));
                }
            });
        }
        entries.sort((a, b) -> literal(b.route).length() - literal(a.route).length());
    }

    Optional<FunctionPool> find(String method, String path) {
        return entries.stream()
                .filter(entry -> matches(entry.route, method, path))
                .map(Entry::function)
                .findFirst();
    }

    private static boolean matches(Route route, String method, String path) {
        boolean sameMethod =
                route.method().equalsIgnoreCase("ANY") || route.method().equalsIgnoreCase(method);
        return route.path().equals("$default") || (sameMethod && matches(route.path(), path));
    }

    private static boolean matches(String pattern, String path) {
        String[] wanted = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].endsWith("+}")) {
                return given.length > i;
            }
            if (i >= given.length || (!wanted[i].startsWith("{") && !wanted[i].equals(given[i]))) {
                return false;
            }
        }
        return wanted.length == given.length;
    }

    private static String literal(Route route) {
        return route.path().equals("$default") ? "" : route.path().replaceAll("\\{.*?}", "");
    }
}
