package dev.flotsam.triage.trail;

import dev.flotsam.memory.incident.ReportFacts;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.jetsam.DevicePicture;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.jetsam.JetsamProcess;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.ClientShape;
import dev.flotsam.memory.session.Conditions;
import dev.flotsam.memory.session.Flags;
import dev.flotsam.memory.session.MemoryFacts;
import dev.flotsam.memory.session.Run;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.SessionRecord.Durations;
import dev.flotsam.memory.session.Unchanged;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.warning.MemoryWarning;
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.examine.Evidence;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** Statements as {@link StatementWriter} writes them. */
final class StatementReader {
    /** The version before, of a trail that is older than the last deployment: its evidence holds names alone. */
    static final int BEFORE = 1;

    private final DataInputStream in;

    private StatementReader(DataInputStream in) {
        this.in = in;
    }

    /** The statement; empty if another version of Flotsam wrote it: it counts as not told. */
    static Optional<Statement> read(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int version = in.readByte();
            return version == StatementWriter.VERSION || version == BEFORE
                    ? Optional.of(new StatementReader(in).statement(version))
                    : Optional.empty();
        } catch (IOException malformed) {
            throw new IllegalArgumentException("a statement of a trail can't be read", malformed);
        }
    }

    private Statement statement(int version) throws IOException {
        Outcome own = outcome();
        Evidence evidence = version == BEFORE
                ? new Evidence(text(), texts(), 0)
                : new Evidence(text(), texts(), in.readLong(), in.readBoolean(), images());
        return new Statement(witness(), own, evidence.witness().isEmpty() ? Optional.empty() : Optional.of(evidence));
    }

    private Outcome outcome() throws IOException {
        if (in.readByte() == 'r') {
            return new Outcome.Recognised(text(), text());
        }
        ClusterId cluster = new ClusterId(text());
        String signature = text();
        String ruleset = text();
        String kind = text();
        String title = text();
        boolean unstable = in.readBoolean();
        return new Outcome.Triaged(cluster, signature, ruleset, kind, title, unstable, images());
    }

    private List<MissingImage> images() throws IOException {
        List<MissingImage> images = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            images.add(new MissingImage(text(), text(), text(), in.readInt()));
        }
        return images;
    }

    private Witness witness() throws IOException {
        char kind = (char) in.readByte();
        String id = text();
        return switch (kind) {
            case 's' -> new Witness.Session(id, session());
            case 'c' -> new Witness.Crash(id, facts());
            case 'm' -> new Witness.MemoryException(id, facts());
            case 'j' -> new Witness.Jetsam(id, event());
            case 'w' -> new Witness.Warning(id, warning());
            case 'p' -> new Witness.Picture(id, run(), build());
            default -> throw new IOException("no witness is called " + kind);
        };
    }

    private SessionRecord session() throws IOException {
        return new SessionRecord(
                ClientShape.valueOf(text()),
                SessionRecord.Part.valueOf(text()),
                run(),
                build(),
                flags(),
                new Unchanged(truth(), truth(), truth(), truth()),
                memory(),
                new Conditions(truth(), truth(), optional().map(Double::longBitsToDouble), truth()),
                text(),
                json(text()),
                Optional.of(text()).filter(answer -> !answer.isEmpty()),
                new Durations(in.readLong(), in.readLong(), in.readLong(), in.readLong()),
                texts());
    }

    private static JsonValue json(String text) {
        return text.isEmpty()
                ? JsonLiteral.MISSING
                : new JsonReader(JsonLimits.REPORT)
                        .read(text.getBytes(StandardCharsets.UTF_8))
                        .root();
    }

    private Run run() throws IOException {
        return new Run(text(), text(), time(), time());
    }

    private Build build() throws IOException {
        return new Build(text(), text(), text(), text(), text(), text(), text(), Build.Host.valueOf(text()));
    }

    private Flags flags() throws IOException {
        return new Flags(
                truth(),
                truth(),
                truth(),
                truth(),
                truth(),
                truth(),
                truth(),
                truth(),
                truth(),
                truth(),
                truth(),
                optional());
    }

    private MemoryFacts memory() throws IOException {
        Optional<Long> used = optional();
        boolean resident = in.readBoolean();
        Optional<Long> available = optional();
        Optional<Long> told = optional();
        Optional<MemoryFacts.Pressure> pressure =
                Optional.of(text()).filter(name -> !name.isEmpty()).map(MemoryFacts.Pressure::valueOf);
        Optional<Long> warnings = optional();
        Optional<Long> deviceFree = optional();
        List<MemoryFacts.Sample> series = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            series.add(new MemoryFacts.Sample(in.readLong(), in.readLong()));
        }
        return new MemoryFacts(used, resident, available, told, pressure, warnings, deviceFree, series);
    }

    private ReportFacts facts() throws IOException {
        return new ReportFacts(time(), time(), text(), text(), text(), text(), text(), Ending.valueOf(text()), text());
    }

    private JetsamEvent event() throws IOException {
        String incident = text();
        Optional<Instant> captured = time();
        Os os = new Os(text(), text(), text());
        String device = text();
        Optional<Long> pageSize = optional();
        Map<String, Long> pages = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            pages.put(text(), in.readLong());
        }
        DevicePicture picture = new DevicePicture(pageSize, pages, optional(), Optional.empty(), "", Optional.empty());
        List<JetsamProcess> processes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            processes.add(process());
        }
        return new JetsamEvent(
                incident,
                captured,
                Optional.empty(),
                "",
                os,
                device,
                "",
                picture,
                processes,
                Optional.empty(),
                Map.of());
    }

    private JetsamProcess process() throws IOException {
        return new JetsamProcess(
                text(),
                text(),
                in.readLong(),
                texts(),
                optional(),
                optional(),
                in.readLong(),
                in.readLong(),
                Optional.of(text()).filter(reason -> !reason.isEmpty()),
                in.readLong());
    }

    private MemoryWarning warning() throws IOException {
        return new MemoryWarning(
                in.readLong(),
                optional(),
                MemoryWarning.Unit.valueOf(text()),
                time(),
                text(),
                text(),
                text(),
                text(),
                text(),
                text());
    }

    private String text() throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text());
        }
        return texts;
    }

    private Optional<Boolean> truth() throws IOException {
        byte told = in.readByte();
        return told == 2 ? Optional.empty() : Optional.of(told == 1);
    }

    private Optional<Long> optional() throws IOException {
        return in.readBoolean() ? Optional.of(in.readLong()) : Optional.empty();
    }

    private Optional<Instant> time() throws IOException {
        Optional<Long> second = optional();
        int nano = in.readInt();
        return second.map(value -> Instant.ofEpochSecond(value, nano));
    }
}
