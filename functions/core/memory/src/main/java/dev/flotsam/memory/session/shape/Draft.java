package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.memory.session.Conditions;
import dev.flotsam.memory.session.Flags;
import dev.flotsam.memory.session.MemoryFacts;
import dev.flotsam.memory.session.MemoryFacts.Pressure;
import dev.flotsam.memory.session.MemoryFacts.Sample;
import dev.flotsam.memory.session.Run;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.SessionRecord.Durations;
import dev.flotsam.memory.session.SessionRecord.Part;
import dev.flotsam.memory.session.Unchanged;
import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Facts while an adapter collects them; everything starts as unknown. */
final class Draft {
    final ClientShape shape;
    Part part = Part.WHOLE;

    String run = "";
    String installation = "";
    Optional<Instant> started = Optional.empty();
    Optional<Instant> lastSeen = Optional.empty();

    String appId = "";
    String version = "";
    String build = "";
    String imageUuid = "";
    String osVersion = "";
    String osBuild = "";
    String device = "";
    Build.Host host = Build.Host.APP;

    Optional<Boolean> debugger = Optional.empty();
    Optional<Boolean> automation = Optional.empty();
    Optional<Boolean> exited = Optional.empty();
    Optional<Boolean> userQuit = Optional.empty();
    Optional<Boolean> crashed = Optional.empty();
    Optional<Boolean> hung = Optional.empty();
    Optional<Boolean> foreground = Optional.empty();
    Optional<Boolean> active = Optional.empty();
    Optional<Boolean> suspended = Optional.empty();
    Optional<Boolean> backgroundLaunch = Optional.empty();
    Optional<Boolean> sdkRunning = Optional.empty();
    Optional<Long> sdkStarts = Optional.empty();

    Unchanged unchanged = Unchanged.UNKNOWN;

    Optional<Long> used = Optional.empty();
    boolean resident;
    Optional<Long> available = Optional.empty();
    Optional<Long> limit = Optional.empty();
    Optional<Pressure> pressure = Optional.empty();
    Optional<Long> warnings = Optional.empty();
    Optional<Long> deviceFree = Optional.empty();
    List<Sample> series = List.of();

    Conditions conditions = Conditions.UNKNOWN;
    String scene = "";
    JsonValue hangStack = JsonLiteral.MISSING;
    Optional<String> clientAnswer = Optional.empty();
    Durations durations = Durations.UNKNOWN;
    final List<String> dropped = new ArrayList<>();

    Draft(ClientShape shape) {
        this.shape = shape;
    }

    /** Names a fact that was there and isn't kept. */
    void drop(Fields fields, String key) {
        if (fields.has(key)) {
            dropped.add(key);
        }
    }

    SessionRecord record() {
        return new SessionRecord(
                shape,
                part,
                new Run(run, installation, started, lastSeen),
                new Build(appId, version, build, imageUuid.toUpperCase(Locale.ROOT), osVersion, osBuild, device, host),
                new Flags(
                        debugger,
                        automation,
                        exited,
                        userQuit,
                        crashed,
                        hung,
                        foreground,
                        active,
                        suspended,
                        backgroundLaunch,
                        sdkRunning,
                        sdkStarts),
                unchanged,
                new MemoryFacts(used, resident, available, limit, pressure, warnings, deviceFree, series),
                conditions,
                scene,
                hangStack,
                clientAnswer,
                durations,
                dropped);
    }
}
