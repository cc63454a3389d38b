package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.memory.session.Conditions;
import dev.flotsam.report.json.JsonNumber;
import dev.flotsam.report.json.JsonValue;
import java.util.Optional;

/**
 * KSCrash reports that tell of an end without a crash: memory_termination (2.5) and Termination (2.6, older name
 * resource_termination). Source: kstenerud/KSCrash @ 62039fc5 (2.5.1) KSCrashMonitor_Memory.m; develop @ 24d66fb1
 * KSCrashMonitor_Termination.*.
 */
final class KscrashReports {
    private static final long CRITICAL_THERMAL_STATE = 3;
    private static final double PERCENT = 100;

    private KscrashReports() {}

    static boolean recognisesMemory(JsonValue record) {
        return record.at("crash", "error").text("type").equals("memory_termination")
                || (record.has("memory_footprint") && record.has("memory_remaining"));
    }

    static boolean recognisesTermination(JsonValue record) {
        String type = record.at("crash", "error").text("type");
        return type.equals("termination") || type.equals("resource_termination");
    }

    static Draft readMemory(Fields fields) {
        Draft draft = new Draft(ClientShape.KSCRASH_MEMORY_TERMINATION);
        readReport(fields, draft);
        Fields error = fields.inside("crash").inside("error");
        Fields memory = error.has("memory_termination")
                ? error.inside("memory_termination")
                : fields.has("memory_footprint")
                        ? fields
                        : fields.inside("system").inside("app_memory");
        readFigures(memory, draft);
        draft.lastSeen = memory.micros("timestamp").or(() -> draft.lastSeen);
        KscrashStates.read(memory.text("app_transition_state"), draft);
        draft.clientAnswer = Optional.of("memory_termination");
        return draft;
    }

    static Draft readTermination(Fields fields) {
        Draft draft = new Draft(ClientShape.KSCRASH_TERMINATION);
        readReport(fields, draft);
        Fields system = fields.inside("system");
        readFigures(system.inside("app_memory"), draft);
        Fields stats = system.inside("application_stats");
        KscrashStates.read(stats.text("app_transition_state"), draft);
        draft.foreground = stats.flag("application_in_foreground").or(() -> draft.foreground);
        draft.active = stats.flag("application_active").or(() -> draft.active);
        Optional<Double> level = system.decimal("battery_level").filter(percent -> percent >= 0 && percent <= PERCENT);
        String charging = system.text("battery_state");
        draft.conditions = new Conditions(
                system.count("thermal_state").map(state -> state >= CRITICAL_THERMAL_STATE),
                word(system, "cpu_state").map("critical"::equals),
                level.map(percent -> percent / PERCENT),
                charging.isEmpty() || charging.equals("unknown")
                        ? Optional.empty()
                        : Optional.of(!charging.equals("unplugged") && !charging.equals("1")));
        String reason = fields.inside("crash").inside("error").text("termination_reason");
        draft.clientAnswer = Optional.of(reason).filter(text -> !text.isEmpty());
        return draft;
    }

    private static void readReport(Fields fields, Draft draft) {
        Fields report = fields.inside("report");
        draft.run = report.text("run_id");
        if (report.raw("timestamp") instanceof JsonNumber) {
            draft.lastSeen = report.micros("timestamp");
        }
        Fields system = fields.inside("system");
        draft.appId = system.text("CFBundleIdentifier");
        draft.version = system.text("CFBundleShortVersionString");
        draft.build = system.text("CFBundleVersion");
        draft.imageUuid = system.text("app_uuid");
        draft.osVersion = system.text("system_version");
        draft.osBuild = system.text("os_version");
        draft.device = system.text("machine");
        draft.installation = Hashed.of(system.text("device_app_hash"));
        draft.drop(system, "boot_time");
    }

    private static void readFigures(Fields memory, Draft draft) {
        draft.used = memory.count("memory_footprint");
        draft.available = memory.count("memory_remaining");
        draft.limit = memory.count("memory_limit").filter(bytes -> bytes > 0);
        draft.pressure = word(memory, "memory_pressure").flatMap(KscrashStates::pressure);
    }

    private static Optional<String> word(Fields fields, String key) {
        return Optional.of(fields.text(key)).filter(text -> !text.isEmpty());
    }
}
