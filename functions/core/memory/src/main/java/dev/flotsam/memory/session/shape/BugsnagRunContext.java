package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.memory.session.Conditions;
import dev.flotsam.memory.session.MemoryFacts.Pressure;
import dev.flotsam.report.json.JsonValue;
import java.util.Optional;

/**
 * bugsnag-cocoa's run context, with the names of its C struct. A member "appHang" (true, or the hang file itself) stands
 * for app_hang.json beside it. A limit of 0 means unknown, and so does a Mach-O UUID of zeros. Source:
 * bugsnag/bugsnag-cocoa @ 84fb011a (6.37.0), Bugsnag/Helpers/BSGRunContext.h.
 */
final class BugsnagRunContext {
    /** Seconds from 1970 to 2001, the epoch of CFAbsoluteTime. */
    static final long EPOCH_2001 = 978_307_200L;

    private static final long CRITICAL_THERMAL_STATE = 3;
    private static final long UNPLUGGED = 1;

    private BugsnagRunContext() {}

    static boolean recognises(JsonValue record) {
        return record.has("isForeground") && record.has("isTerminating");
    }

    static Draft read(Fields fields) {
        Draft draft = new Draft(ClientShape.BUGSNAG);
        draft.run = fields.text("sessionId");
        draft.started = fields.seconds("sessionStartTime", EPOCH_2001);
        draft.lastSeen = fields.seconds("timestamp", EPOCH_2001);
        draft.build = fields.text("bundleVersion");
        draft.imageUuid = uuid(fields.text("machoUUID"));
        draft.debugger = fields.flag("isDebuggerAttached");
        draft.userQuit = fields.flag("isTerminating");
        draft.foreground = fields.flag("isForeground");
        draft.active = fields.flag("isActive");
        readHang(fields, draft);
        readMemory(fields, draft);
        Optional<Long> batteryState = fields.count("batteryState").filter(state -> state > 0);
        draft.conditions = new Conditions(
                fields.count("thermalState").map(state -> state >= CRITICAL_THERMAL_STATE),
                Optional.empty(),
                fields.decimal("batteryLevel").filter(level -> level >= 0),
                batteryState.map(state -> state != UNPLUGGED));
        draft.drop(fields, "bootTime");
        return draft;
    }

    private static void readHang(Fields fields, Draft draft) {
        JsonValue hang = fields.raw("appHang");
        if (hang.members().isEmpty()) {
            draft.hung = fields.flag("appHang");
        } else {
            draft.hung = Optional.of(true);
            draft.hangStack = hang;
        }
    }

    private static void readMemory(Fields fields, Draft draft) {
        draft.used = fields.count("memoryFootprint").filter(bytes -> bytes > 0);
        draft.limit = fields.count("memoryLimit").filter(bytes -> bytes > 0);
        draft.available = fields.count("memoryAvailable").filter(left -> left > 0 || draft.limit.isPresent());
        draft.deviceFree = fields.count("hostMemoryFree").filter(bytes -> bytes > 0);
        draft.pressure = fields.count("memoryPressure").flatMap(BugsnagRunContext::pressure);
    }

    private static Optional<Pressure> pressure(long flags) {
        if ((flags & 4) != 0) {
            return Optional.of(Pressure.CRITICAL);
        }
        if ((flags & 2) != 0) {
            return Optional.of(Pressure.WARN);
        }
        return (flags & 1) != 0 ? Optional.of(Pressure.NORMAL) : Optional.empty();
    }

    private static String uuid(String text) {
        boolean onlyZeros = text.chars().allMatch(character -> character == '0' || character == '-');
        return onlyZeros ? "" : text;
    }
}
