package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.report.json.JsonValue;
import java.util.Optional;

/**
 * Matrix-iOS' reboot info: flags, no memory figure. Foreground is set a second late, so none of the three places set
 * means that it isn't known. Source: Tencent/matrix @ 3b8293bd (1.0.1), MatrixAppRebootAnalyzer.mm.
 */
final class MatrixRebootInfo {
    private MatrixRebootInfo() {}

    static boolean recognises(JsonValue record) {
        return record.has("isAppQuitByUser") || record.has("isAppEnterForeground");
    }

    static Draft read(Fields fields) {
        Draft draft = new Draft(ClientShape.MATRIX);
        draft.started = fields.seconds("appLaunchTime", 0);
        draft.imageUuid = fields.text("appUUID");
        SystemText system = SystemText.of(fields.text("osVersion"));
        draft.osVersion = system.version();
        draft.osBuild = system.build();
        draft.crashed = fields.flag("isAppCrashed");
        draft.userQuit = fields.flag("isAppQuitByUser");
        draft.exited = fields.flag("isAppQuitByExit");
        draft.hung = fields.flag("isAppMainThreadBlocked");
        draft.scene = fields.text("userScene");
        readPlace(fields, draft);
        return draft;
    }

    private static void readPlace(Fields fields, Draft draft) {
        boolean front = fields.flag("isAppEnterForeground").orElse(false);
        boolean back = fields.flag("isAppEnterBackground").orElse(false);
        boolean fetching = fields.flag("isAppBackgroundFetch").orElse(false);
        boolean suspended = fields.flag("isAppWillSuspend").orElse(false)
                || fields.flag("isAppSuspendKilled").orElse(false);
        draft.suspended = Optional.of(suspended || fetching);
        draft.backgroundLaunch = Optional.of(fetching && !front);
        if (back || fetching || suspended) {
            draft.foreground = Optional.of(false);
        } else if (front) {
            draft.foreground = Optional.of(true);
        }
    }
}
