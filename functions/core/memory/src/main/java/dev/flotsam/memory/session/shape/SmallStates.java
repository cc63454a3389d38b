package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.report.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Clients that keep a handful of flags. Sources: DataDog/dd-sdk-ios @ 2b6a3fb0 AppStateInfo.swift; rollbar/rollbar-apple
 * @ 1fe2d01b RollbarSessionState.m; backtrace-labs/backtrace-cocoa @ 280d4111 BacktraceOomWatcher.swift;
 * bitdriftlabs/capture-sdk @ b3cbde45 PreviousRunInfoRepository.m; uber/startup-reason-reporter @ ad3e2d8c.
 */
final class SmallStates {
    /** Rollbar's "2023-08-18 at 06:00:00.123456+0000". */
    private static final DateTimeFormatter ROLLBAR_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm:ss.SSSSSSxx", Locale.ROOT);

    private SmallStates() {}

    static boolean recognisesDatadog(JsonValue record) {
        return record.has("wasTerminated") && record.has("isActive") && record.has("isDebugging");
    }

    static Draft readDatadog(Fields fields) {
        Draft draft = new Draft(ClientShape.DATADOG);
        draft.run = fields.text("processId");
        draft.version = fields.text("appVersion");
        draft.osVersion = fields.text("osVersion");
        draft.installation = Hashed.of(fields.text("vendorId"));
        draft.debugger = fields.flag("isDebugging");
        draft.userQuit = fields.flag("wasTerminated");
        draft.active = fields.flag("isActive");
        draft.automation = fields.flag("syntheticsEnvironment");
        draft.drop(fields, "systemBootTime");
        return draft;
    }

    static boolean recognisesRollbar(JsonValue record) {
        return record.has("session_id") && (record.has("os_uptime_seconds") || record.has("app_in_background"));
    }

    static Draft readRollbar(Fields fields) {
        Draft draft = new Draft(ClientShape.ROLLBAR);
        draft.run = fields.text("session_id");
        draft.installation = Hashed.of(fields.text("app_id"));
        draft.version = fields.text("app_version");
        draft.osVersion = fields.text("os_version");
        draft.started = rollbarTime(fields.text("session_timestamp"));
        draft.userQuit = Optional.of(fields.has("app_termination_timestamp"));
        draft.crashed = Optional.of(fields.has("app_crash_details") || fields.has("sys_signal"));
        draft.warnings = Optional.of(fields.has("app_memory_warning_timestamp") ? 1L : 0L);
        draft.foreground = switch (fields.text("app_in_background")) {
            case "ON" -> Optional.of(false);
            case "OFF" -> Optional.of(true);
            default -> Optional.empty();
        };
        // Uptime and a time of day together are the boot time.
        draft.drop(fields, "os_uptime_seconds");
        return draft;
    }

    private static Optional<Instant> rollbarTime(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text, ROLLBAR_TIME).toInstant());
        } catch (DateTimeException otherwiseWritten) {
            return Optional.empty();
        }
    }

    static boolean recognisesBacktrace(JsonValue record) {
        return record.has("memoryWarningReceived") && record.has("state");
    }

    static Draft readBacktrace(Fields fields) {
        Draft draft = new Draft(ClientShape.BACKTRACE);
        draft.version = fields.text("appVersion");
        draft.osVersion = fields.text("osVersion");
        draft.debugger = fields.flag("debugger");
        draft.warnings = fields.flag("memoryWarningReceived").map(warned -> warned ? 1L : 0L);
        draft.lastSeen = fields.millis("memoryWarningTimestamp");
        String state = fields.text("state");
        if (!state.isEmpty()) {
            draft.foreground = Optional.of(!state.equals("background"));
            draft.active = Optional.of(state.equals("active"));
        }
        return draft;
    }

    static boolean recognisesBitdrift(JsonValue record) {
        return record.has("wasCleanExit") && record.has("wasDebuggerAttached");
    }

    static Draft readBitdrift(Fields fields) {
        Draft draft = new Draft(ClientShape.BITDRIFT);
        SystemText system = SystemText.of(fields.text("osVersion"));
        draft.osVersion = system.version();
        draft.osBuild = system.build();
        draft.imageUuid = fields.text("binaryUUID");
        draft.exited = fields.flag("wasCleanExit");
        draft.debugger = fields.flag("wasDebuggerAttached");
        draft.drop(fields, "bootTime");
        return draft;
    }

    static boolean recognisesUber(JsonValue record) {
        return record.has("prevAppVersion") && record.has("backgrounded");
    }

    static Draft readUber(Fields fields) {
        Draft draft = new Draft(ClientShape.UBER);
        draft.version = fields.text("prevAppVersion");
        draft.osVersion = fields.text("prevOSVersion");
        draft.foreground = fields.flag("backgrounded").map(back -> !back);
        draft.userQuit = fields.flag("terminate");
        draft.drop(fields, "prevBootTime");
        return draft;
    }
}
