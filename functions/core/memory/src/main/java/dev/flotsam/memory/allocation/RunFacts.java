package dev.flotsam.memory.allocation;

import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.Moments;
import dev.flotsam.memory.session.Run;
import dev.flotsam.report.draft.Uuids;
import dev.flotsam.report.json.JsonObject;
import dev.flotsam.report.json.JsonValue;

/**
 * Which run of which app an allocation record tells of. Another client's record may carry our members in an object
 * "flotsam" beside its own; ours win.
 */
final class RunFacts {
    private final JsonValue ours;
    private final JsonValue head;

    RunFacts(JsonValue document) {
        this.ours = document.get("flotsam") instanceof JsonObject beside ? beside : document;
        this.head = document.get("head") instanceof JsonObject told ? told : document;
    }

    Run run() {
        return new Run(
                text(ours.firstOf("run", "uuid", "run_id")),
                text(ours.get("installation")),
                Moments.of(ours.text("started")).or(() -> Moments.of(head.text("launch_time"))),
                Moments.of(ours.text("captured")).or(() -> Moments.of(head.text("report_time"))));
    }

    Build build() {
        JsonValue app = ours.get("app");
        JsonValue os = ours.get("os");
        return new Build(
                text(app.get("id")),
                text(app.get("version")),
                text(app.get("build")),
                Uuids.ofImage(text(app.has("uuid") ? app.get("uuid") : head.get("app_uuid"))),
                text(os.has("version") ? os.get("version") : head.get("os_ver")),
                text(os.get("build")),
                text(ours.has("device") ? ours.get("device") : head.get("phone")),
                Build.Host.APP);
    }

    private static String text(JsonValue value) {
        return FrameReader.cut(value.text());
    }
}
