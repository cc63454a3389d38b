package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.session.Build.Host;
import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.memory.session.Conditions;
import dev.flotsam.memory.session.MemoryFacts.Pressure;
import dev.flotsam.memory.session.SessionRecord.Durations;
import dev.flotsam.memory.session.Unchanged;
import dev.flotsam.report.json.JsonValue;
import java.util.Optional;

/**
 * KSCrash's own files: memory.bin of 2.5 with the names of its struct, and the RunSummary of develop, which holds the
 * client's conclusion and no memory figure. Source: kstenerud/KSCrash @ 62039fc5 KSCrashMonitor_Memory.h; develop @
 * 24d66fb1 KSCrashRunSummary.m, KSTerminationReason.c.
 */
final class KscrashFiles {
    private KscrashFiles() {}

    static boolean recognisesMemory(JsonValue record) {
        return record.has("footprint") && record.has("limit") && record.has("fatal") && record.has("state");
    }

    static boolean recognisesSummary(JsonValue record) {
        return record.has("schema_version")
                && record.at("outcome", "termination_reason").isPresent();
    }

    static Draft readMemory(Fields fields) {
        Draft draft = new Draft(ClientShape.KSCRASH_MEMORY_FILE);
        draft.used = fields.count("footprint");
        draft.available = fields.count("remaining");
        draft.limit = fields.count("limit").filter(bytes -> bytes > 0);
        draft.pressure = fields.count("pressure").flatMap(KscrashStates::pressure);
        draft.crashed = fields.flag("fatal");
        draft.lastSeen = fields.micros("timestamp");
        fields.count("state").flatMap(KscrashStates::named).ifPresent(state -> KscrashStates.read(state, draft));
        return draft;
    }

    static Draft readSummary(Fields fields) {
        Draft draft = new Draft(ClientShape.KSCRASH_RUN_SUMMARY);
        draft.run = fields.text("run_id");
        draft.installation = Hashed.of(fields.text("device_id"));
        draft.started = fields.millis("started_at_ms");
        draft.lastSeen = fields.millis("ended_at_ms");
        Fields app = fields.inside("app");
        draft.appId = app.text("bundle_id");
        draft.version = app.text("short_version");
        draft.build = app.text("version");
        draft.host = host(app.text("host_kind"));
        Fields os = fields.inside("os");
        draft.osVersion = os.text("version");
        draft.osBuild = os.text("build");
        draft.device = fields.inside("device").text("model");
        Fields durations = fields.inside("durations_ms");
        Fields sessions = fields.inside("sessions");
        draft.durations = new Durations(
                durations.count("active").orElse(0L),
                durations.count("background").orElse(0L),
                sessions.count("perceptible_count").orElse(0L),
                sessions.count("imperceptible_count").orElse(0L));
        readOutcome(fields.inside("outcome"), draft);
        return draft;
    }

    private static Host host(String kind) {
        return switch (kind) {
            case "app", "" -> Host.APP;
            case "extension" -> Host.EXTENSION;
            case "xctest" -> Host.TEST;
            default -> Host.OTHER;
        };
    }

    private static void readOutcome(Fields outcome, Draft draft) {
        draft.foreground = outcome.flag("user_perceptible");
        draft.exited = outcome.flag("clean_shutdown");
        draft.crashed = outcome.flag("fatal_reported");
        String reason = outcome.text("termination_reason");
        draft.clientAnswer = Optional.of(reason);
        switch (reason) {
            case "clean" -> draft.exited = Optional.of(true);
            case "crash" -> draft.crashed = Optional.of(true);
            case "hang" -> draft.hung = Optional.of(true);
            case "memory_pressure" -> draft.pressure = Optional.of(Pressure.CRITICAL);
            case "app_upgrade" -> draft.unchanged = changed(Optional.of(false), Optional.empty(), Optional.empty());
            case "os_upgrade" -> draft.unchanged = changed(Optional.empty(), Optional.of(false), Optional.empty());
            case "reboot" -> draft.unchanged = changed(Optional.empty(), Optional.empty(), Optional.of(false));
            case "thermal" -> draft.conditions = conditions(true, false);
            case "cpu" -> draft.conditions = conditions(false, true);
            case "low_battery" ->
                draft.conditions =
                        new Conditions(Optional.empty(), Optional.empty(), Optional.of(0.0), Optional.of(false));
            default -> {
                // memory_limit is the 75 % rule without its figure; none, first_launch, unexplained conclude nothing.
            }
        }
    }

    private static Unchanged changed(Optional<Boolean> app, Optional<Boolean> os, Optional<Boolean> boot) {
        return new Unchanged(app, os, boot, Optional.empty());
    }

    private static Conditions conditions(boolean thermal, boolean cpu) {
        return new Conditions(Optional.of(thermal), Optional.of(cpu), Optional.empty(), Optional.empty());
    }
}
