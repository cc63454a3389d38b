package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.report.json.JsonObject;
import dev.flotsam.report.json.JsonValue;
import java.util.Optional;

/**
 * OOMDetector's foomDict, which the article's APM writes too, and its uploaded form. lastMemory is a text: MB of
 * resident size. An app that never set its version cuts the dictionary short before appState. Source:
 * Tencent/OOMDetector @ 1ce95677 (1.3), FOOMMonitor.mm.
 */
final class FoomDict {
    private static final double MEGABYTE = 1024 * 1024;

    private FoomDict() {}

    static boolean recognises(JsonValue record) {
        return record.has("lastMemory") && (record.has("memWarning") || record.has("appState"));
    }

    static boolean recognisesUpload(JsonValue record) {
        return record.text("category").equals("sigkill") && (record.has("crash_type") || record.has("mem_used"));
    }

    static Draft read(Fields fields) {
        Draft draft = new Draft(ClientShape.OOM_DETECTOR);
        draft.run = fields.text("uuid");
        draft.started = fields.seconds("startTime", 0);
        draft.lastSeen = fields.seconds("ocurTime", 0);
        SystemText system = SystemText.of(fields.text("systemVersion"));
        draft.osVersion = system.version();
        draft.osBuild = system.build();
        draft.version = fields.text("appVersion");
        draft.crashed = fields.flag("isCrashed");
        draft.exited = fields.flag("isExit");
        draft.hung = fields.flag("isDeadLock");
        if (fields.raw("deadlockStack") instanceof JsonObject stack && stack.size() > 0) {
            draft.hangStack = stack;
        }
        fields.count("appState").ifPresent(state -> {
            draft.foreground = Optional.of(state == 1);
            draft.userQuit = Optional.of(state == 2);
        });
        readMemory(draft, fields.spelled("lastMemory"), fields.count("memWarning"));
        draft.scene = fields.text("crash_stage").strip();
        return draft;
    }

    static Draft readUpload(Fields fields) {
        Draft draft = new Draft(ClientShape.OOM_DETECTOR_UPLOAD);
        draft.run = fields.text("uuid");
        draft.started = fields.seconds("s", 0);
        draft.lastSeen = fields.seconds("e", 0);
        long type = fields.count("crash_type").orElse(0L);
        draft.clientAnswer = Optional.of(
                switch ((int) Math.min(type, 4)) {
                    case 1 -> "crash";
                    case 2 -> "deadlock";
                    case 3 -> "foom";
                    default -> "none";
                });
        draft.crashed = Optional.of(type == 1);
        draft.hung = Optional.of(type == 2);
        // The client says 2 and 3 only of an app in front.
        draft.foreground = type == 2 || type == 3 ? Optional.of(true) : Optional.empty();
        if (fields.has("stack_deadlock")) {
            draft.hangStack = fields.raw("stack_deadlock");
        }
        readMemory(
                draft,
                fields.spelled("mem_used"),
                fields.spelled("mem_warning_cnt").map(Double::longValue));
        draft.scene = fields.text("crash_stage").strip();
        return draft;
    }

    private static void readMemory(Draft draft, Optional<Double> megabytes, Optional<Long> warnings) {
        draft.used = megabytes.filter(size -> size > 0).map(size -> Math.round(size * MEGABYTE));
        draft.resident = true;
        draft.warnings = warnings;
    }
}
