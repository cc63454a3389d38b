package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.report.json.JsonValue;
import java.util.Optional;

/**
 * sentry-cocoa's app state. Fields came one by one (7.0 to 8.0), so absence is normal; is_sdk_running absent reads as
 * true. Source: getsentry/sentry-cocoa @ c34c99b9 (9.26.0), Sources/Swift/AppState/SentryAppState.swift.
 */
final class SentryAppState {
    private SentryAppState() {}

    static boolean recognises(JsonValue record) {
        return (record.has("is_active") && (record.has("was_terminated") || record.has("is_debugging")))
                || (record.has("is_debugging") && record.has("os_version"));
    }

    /** By default "bundle@version+build"; an app may set any other text, which stays one version. */
    private static void readRelease(Draft draft) {
        String release = draft.version;
        int at = release.indexOf('@');
        int plus = release.indexOf('+', Math.max(at, 0));
        if (at > 0) {
            draft.appId = release.substring(0, at);
            draft.version = release.substring(at + 1, plus > 0 ? plus : release.length());
            draft.build = plus > 0 ? release.substring(plus + 1) : "";
        }
    }

    static Draft read(Fields fields) {
        Draft draft = new Draft(ClientShape.SENTRY);
        draft.version = fields.text("release_name");
        readRelease(draft);
        draft.osVersion = fields.text("os_version");
        draft.installation = Hashed.of(fields.text("vendor_id"));
        draft.debugger = fields.flag("is_debugging");
        draft.active = fields.flag("is_active");
        draft.userQuit = fields.flag("was_terminated");
        draft.hung = fields.flag("is_anr_ongoing");
        draft.sdkRunning = fields.flag("is_sdk_running").or(() -> Optional.of(true));
        draft.drop(fields, "system_boot_timestamp");
        return draft;
    }
}
