package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.session.Build.Host;
import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.memory.session.Conditions;
import dev.flotsam.memory.session.MemoryFacts.Pressure;
import dev.flotsam.memory.session.MemoryFacts.Sample;
import dev.flotsam.memory.session.SessionRecord.Durations;
import dev.flotsam.memory.session.SessionRecord.Part;
import dev.flotsam.memory.session.Unchanged;
import dev.flotsam.report.json.JsonNumber;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Our own record, "flotsam": "session/1"; docs/formats/session.md is its specification. */
final class FlotsamSession {
    static final String VERSION = "session/1";

    private FlotsamSession() {}

    static boolean recognises(JsonValue record) {
        return record.text("flotsam").startsWith("session/");
    }

    static Draft read(Fields fields) {
        if (!fields.text("flotsam").equals(VERSION)) {
            throw fields.wrong("flotsam", VERSION, fields.raw("flotsam"));
        }
        Draft draft = new Draft(ClientShape.FLOTSAM);
        draft.part = part(fields);
        draft.drop(fields, "boot_time");
        add(fields, draft);
        return draft;
    }

    private static Part part(Fields fields) {
        return switch (fields.text("record")) {
            case "", "session" -> Part.WHOLE;
            case "start" -> Part.START;
            case "end" -> Part.END;
            default -> throw fields.wrong("record", "session, start or end", fields.raw("record"));
        };
    }

    /** Adds our members to a draft: of our own record, or of the "flotsam" object beside a client's members. */
    static void add(Fields fields, Draft draft) {
        addRun(fields, draft);
        addBuild(fields, draft);
        addFlags(fields, draft);
        addMemory(fields.inside("memory"), draft);
        addConditions(fields, draft);
        if (fields.has("hang_stack")) {
            draft.hangStack = fields.raw("hang_stack");
        }
        draft.scene = or(fields.text("scene"), draft.scene);
        Fields durations = fields.inside("durations");
        if (fields.has("durations")) {
            draft.durations = new Durations(
                    durations.count("active_ms").orElse(0L),
                    durations.count("background_ms").orElse(0L),
                    durations.count("seen_sessions").orElse(0L),
                    durations.count("unseen_sessions").orElse(0L));
        }
    }

    private static void addRun(Fields fields, Draft draft) {
        draft.run = or(fields.text("run"), draft.run);
        draft.installation = or(fields.text("installation"), draft.installation);
        draft.started = time(fields, "started").or(() -> draft.started);
        draft.lastSeen = time(fields, "ended").or(() -> draft.lastSeen);
    }

    private static void addBuild(Fields fields, Draft draft) {
        Fields app = fields.inside("app");
        draft.appId = or(app.text("id"), draft.appId);
        draft.version = or(app.text("version"), draft.version);
        draft.build = or(app.text("build"), draft.build);
        draft.imageUuid = or(app.text("uuid"), draft.imageUuid);
        Fields os = fields.inside("os");
        draft.osVersion = or(os.text("version"), draft.osVersion);
        draft.osBuild = or(os.text("build"), draft.osBuild);
        draft.device = or(fields.text("device"), draft.device);
        draft.host = switch (fields.text("host")) {
            case "" -> draft.host;
            case "app" -> Host.APP;
            case "extension" -> Host.EXTENSION;
            case "test" -> Host.TEST;
            default -> Host.OTHER;
        };
    }

    private static void addFlags(Fields fields, Draft draft) {
        Fields flags = fields.inside("flags");
        draft.debugger = flags.flag("debugger").or(() -> draft.debugger);
        Optional<Boolean> simulator = flags.flag("simulator");
        draft.automation = flags.flag("automation")
                .filter(driven -> driven || simulator.isEmpty())
                .or(() -> simulator)
                .or(() -> draft.automation);
        draft.exited = flags.flag("exited").or(() -> draft.exited);
        draft.userQuit = flags.flag("user_quit").or(() -> draft.userQuit);
        draft.crashed = flags.flag("crashed").or(() -> draft.crashed);
        draft.hung = flags.flag("hung").or(() -> draft.hung);
        draft.foreground = flags.flag("foreground").or(() -> draft.foreground);
        draft.active = flags.flag("active").or(() -> draft.active);
        draft.suspended = flags.flag("suspended").or(() -> draft.suspended);
        draft.backgroundLaunch = flags.flag("background_launch").or(() -> draft.backgroundLaunch);
        draft.sdkRunning = fields.flag("sdk_running").or(() -> draft.sdkRunning);
        draft.sdkStarts = fields.count("sdk_starts").or(() -> draft.sdkStarts);
        Fields since = fields.inside("since");
        draft.unchanged = new Unchanged(
                        since.flag("same_app"),
                        since.flag("same_os"),
                        since.flag("same_boot"),
                        since.flag("same_vendor"))
                .or(draft.unchanged);
    }

    private static void addMemory(Fields memory, Draft draft) {
        draft.used = memory.count("footprint").or(() -> draft.used);
        draft.available = memory.count("available").or(() -> draft.available);
        draft.limit = memory.count("limit").filter(bytes -> bytes > 0).or(() -> draft.limit);
        draft.warnings = memory.count("warnings").or(() -> draft.warnings);
        draft.deviceFree = memory.count("device_free").or(() -> draft.deviceFree);
        draft.pressure = pressure(memory).or(() -> draft.pressure);
        if (memory.has("series")) {
            draft.series = series(memory);
        }
    }

    private static Optional<Pressure> pressure(Fields memory) {
        return switch (memory.text("pressure")) {
            case "" -> Optional.empty();
            case "normal" -> Optional.of(Pressure.NORMAL);
            case "warn" -> Optional.of(Pressure.WARN);
            case "critical" -> Optional.of(Pressure.CRITICAL);
            default -> throw memory.wrong("pressure", "normal, warn or critical", memory.raw("pressure"));
        };
    }

    private static List<Sample> series(Fields memory) {
        List<JsonValue> elements = memory.raw("series").elements();
        List<Sample> samples = new ArrayList<>();
        for (JsonValue element :
                elements.subList(Math.max(0, elements.size() - ShapeLimits.MAX_SAMPLES), elements.size())) {
            List<JsonValue> pair = element.elements();
            OptionalLong at = pair.size() == 2 ? pair.get(0).integer() : OptionalLong.empty();
            OptionalLong bytes = pair.size() == 2 ? pair.get(1).integer() : OptionalLong.empty();
            if (at.isEmpty() || bytes.isEmpty() || bytes.getAsLong() < 0) {
                throw memory.wrong("series", "pairs of milliseconds and bytes", element);
            }
            samples.add(new Sample(at.getAsLong(), bytes.getAsLong()));
        }
        return samples;
    }

    private static void addConditions(Fields fields, Draft draft) {
        Fields battery = fields.inside("battery");
        Conditions before = draft.conditions;
        draft.conditions = new Conditions(
                word(fields, "thermal").map("critical"::equals).or(before::thermalCritical),
                word(fields, "cpu").map("critical"::equals).or(before::cpuCritical),
                battery.decimal("level").or(before::battery),
                battery.flag("plugged").or(before::plugged));
    }

    private static Optional<String> word(Fields fields, String key) {
        return Optional.of(fields.text(key)).filter(text -> !text.isEmpty());
    }

    private static Optional<Instant> time(Fields fields, String key) {
        JsonValue value = fields.raw(key);
        return switch (value) {
            case JsonNumber _ -> fields.millis(key);
            case JsonText text -> {
                try {
                    yield Optional.of(Instant.parse(text.text()));
                } catch (DateTimeException malformed) {
                    throw fields.wrong(key, "ISO 8601 or milliseconds", value);
                }
            }
            default -> Optional.empty();
        };
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
