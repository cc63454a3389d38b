package dev.flotsam.signature;

import java.util.Map;
import java.util.Objects;

/** The words the rules go by, under a version that is part of every id. Immutable. */
public final class Ruleset {
    /** Changes whenever a built-in rule or list changes an id. */
    static final String BUILT_IN_VERSION = "1";

    private final String version;
    private final FrameLists lists;
    private final Map<String, AppRules> apps;

    private Ruleset(String version, FrameLists lists, Map<String, AppRules> apps) {
        this.version = Objects.requireNonNull(version, "version");
        this.lists = Objects.requireNonNull(lists, "lists");
        this.apps = Map.copyOf(apps);
    }

    /** The rules this build of Flotsam ships. */
    public static Ruleset builtIn() {
        return new Ruleset(BUILT_IN_VERSION, FrameLists.builtIn(), Map.of());
    }

    /** The version that signatures carry. */
    public String version() {
        return version;
    }

    FrameLists lists() {
        return lists;
    }

    AppRules rulesOf(String app) {
        return apps.getOrDefault(app, AppRules.NONE);
    }
}
