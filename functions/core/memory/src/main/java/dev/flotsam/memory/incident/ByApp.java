package dev.flotsam.memory.incident;

import dev.flotsam.memory.session.Build;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Witnesses of one device by app: the next launch of one app says nothing about another. A witness that names no app, and
 * a JetsamEvent, which names processes, go where a record fits.
 */
final class ByApp {
    private final Map<String, List<Witness>> apps = new TreeMap<>();

    private ByApp() {}

    /** The witnesses of each app, by their id. */
    static List<List<Witness>> split(List<Witness> sorted) {
        ByApp split = new ByApp();
        sorted.stream().filter(witness -> !app(witness).isEmpty()).forEach(witness -> split.add(app(witness), witness));
        sorted.stream().filter(witness -> app(witness).isEmpty()).forEach(split::addToFitting);
        return split.apps.values().stream()
                .map(witnesses -> witnesses.stream()
                        .sorted(Comparator.comparing(Witness::id))
                        .toList())
                .toList();
    }

    private void add(String app, Witness witness) {
        apps.computeIfAbsent(app, id -> new ArrayList<>()).add(witness);
    }

    private void addToFitting(Witness witness) {
        String name = witness instanceof Witness.Jetsam jetsam ? nameOf(jetsam) : "";
        String fitting = apps.entrySet().stream()
                .filter(app -> fits(witness, name, app.getKey(), app.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
        add(fitting, witness);
    }

    private static boolean fits(Witness witness, String name, String app, List<Witness> ofApp) {
        if (witness instanceof Witness.Jetsam jetsam) {
            return lastWord(app).equals(name.toLowerCase(Locale.ROOT))
                    || ofApp.stream()
                            .filter(Witness.Session.class::isInstance)
                            .map(session -> ((Witness.Session) session).record().build())
                            .anyMatch(build -> killed(jetsam, build));
        }
        return true;
    }

    private static boolean killed(Witness.Jetsam jetsam, Build build) {
        return Testimony.killed(jetsam.event(), build).isPresent();
    }

    private static String nameOf(Witness.Jetsam jetsam) {
        return jetsam.event().headline().map(kill -> kill.process().name()).orElse("");
    }

    private static String lastWord(String id) {
        return id.substring(id.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String app(Witness witness) {
        return switch (witness) {
            case Witness.Session session -> session.record().build().appId();
            case Witness.Crash crash -> crash.facts().appId();
            case Witness.MemoryException exception -> exception.facts().appId();
            case Witness.Jetsam _ -> "";
            case Witness.Warning warning -> warning.warning().appId();
            case Witness.Picture picture -> picture.build().appId();
        };
    }
}
