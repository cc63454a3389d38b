package dev.flotsam.triage.trail;

import dev.flotsam.memory.incident.ReportFacts;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.jetsam.DevicePicture;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.jetsam.JetsamProcess;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.Flags;
import dev.flotsam.memory.session.MemoryFacts;
import dev.flotsam.memory.session.Run;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.warning.MemoryWarning;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.examine.Evidence;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/**
 * A statement as text: its fields in a fixed order, deflated, base64. It lives as long as its trail, so {@link
 * StatementReader} reads the version before too and refuses others.
 */
final class StatementWriter {
    /** Changes whenever the order of the fields does. */
    static final int VERSION = 2;

    /** Longest hang stack kept, characters of JSON: a longer one is not kept. */
    static final int HANG_STACK_CHARACTERS = 32_768;

    private final DataOutputStream out;

    private StatementWriter(DataOutputStream out) {
        this.out = out;
    }

    static String write(Statement statement) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(VERSION);
            new StatementWriter(out).statement(statement);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private void statement(Statement statement) throws IOException {
        outcome(statement.own());
        text(statement.evidence().map(Evidence::witness).orElse(""));
        texts(statement.evidence().map(Evidence::names).orElse(List.of()));
        out.writeLong(statement.evidence().map(Evidence::bytes).orElse(0L));
        out.writeBoolean(statement.evidence().map(Evidence::unstable).orElse(false));
        images(statement.evidence().map(Evidence::missing).orElse(List.of()));
        witness(statement.witness());
    }

    private void outcome(Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Triaged triaged -> {
                out.writeByte('t');
                text(triaged.cluster().value());
                text(triaged.signature());
                text(triaged.ruleset());
                text(triaged.kind());
                text(triaged.title());
                out.writeBoolean(triaged.unstable());
                images(triaged.missing());
            }
            case Outcome.Recognised(String format, String summary) -> {
                out.writeByte('r');
                text(format);
                text(summary);
            }
            case Outcome.Rejected rejected -> throw new IllegalArgumentException("says nothing: " + rejected);
        }
    }

    private void witness(Witness witness) throws IOException {
        switch (witness) {
            case Witness.Session session -> {
                out.writeByte('s');
                text(session.id());
                session(session.record());
            }
            case Witness.Crash crash -> {
                out.writeByte('c');
                text(crash.id());
                facts(crash.facts());
            }
            case Witness.MemoryException exception -> {
                out.writeByte('m');
                text(exception.id());
                facts(exception.facts());
            }
            case Witness.Jetsam jetsam -> {
                out.writeByte('j');
                text(jetsam.id());
                event(jetsam.event());
            }
            case Witness.Warning warning -> {
                out.writeByte('w');
                text(warning.id());
                warning(warning.warning());
            }
            case Witness.Picture picture -> {
                out.writeByte('p');
                text(picture.id());
                run(picture.run());
                build(picture.build());
            }
        }
    }

    private void session(SessionRecord record) throws IOException {
        text(record.shape().name());
        text(record.part().name());
        run(record.run());
        build(record.build());
        flags(record.flags());
        truth(record.unchanged().sameApp());
        truth(record.unchanged().sameOs());
        truth(record.unchanged().sameBoot());
        truth(record.unchanged().sameVendor());
        memory(record.memory());
        truth(record.conditions().thermalCritical());
        truth(record.conditions().cpuCritical());
        optional(record.conditions().battery().map(Double::doubleToLongBits));
        truth(record.conditions().plugged());
        text(record.scene());
        String hang = record.hangStack().isPresent() ? record.hangStack().toString() : "";
        text(hang.length() > HANG_STACK_CHARACTERS ? "" : hang);
        text(record.clientAnswer().orElse(""));
        out.writeLong(record.durations().activeMillis());
        out.writeLong(record.durations().backgroundMillis());
        out.writeLong(record.durations().seenSessions());
        out.writeLong(record.durations().unseenSessions());
        texts(record.dropped());
    }

    private void images(List<MissingImage> images) throws IOException {
        out.writeInt(images.size());
        for (MissingImage image : images) {
            text(image.uuid());
            text(image.architecture());
            text(image.name());
            out.writeInt(image.hidden());
        }
    }

    private void run(Run run) throws IOException {
        text(run.id());
        text(run.installation());
        time(run.started());
        time(run.lastSeen());
    }

    private void build(Build build) throws IOException {
        text(build.appId());
        text(build.version());
        text(build.build());
        text(build.imageUuid());
        text(build.osVersion());
        text(build.osBuild());
        text(build.device());
        text(build.host().name());
    }

    private void flags(Flags flags) throws IOException {
        truth(flags.debugger());
        truth(flags.automation());
        truth(flags.exited());
        truth(flags.userQuit());
        truth(flags.crashed());
        truth(flags.hung());
        truth(flags.foreground());
        truth(flags.active());
        truth(flags.suspended());
        truth(flags.backgroundLaunch());
        truth(flags.sdkRunning());
        optional(flags.sdkStarts());
    }

    private void memory(MemoryFacts memory) throws IOException {
        optional(memory.used());
        out.writeBoolean(memory.resident());
        optional(memory.available());
        optional(memory.told());
        text(memory.pressure().map(MemoryFacts.Pressure::name).orElse(""));
        optional(memory.warnings());
        optional(memory.deviceFree());
        out.writeInt(memory.series().size());
        for (MemoryFacts.Sample sample : memory.series()) {
            out.writeLong(sample.atMillis());
            out.writeLong(sample.bytes());
        }
    }

    private void facts(ReportFacts facts) throws IOException {
        time(facts.captured());
        time(facts.launched());
        text(facts.appId());
        text(facts.name());
        text(facts.version());
        text(facts.build());
        text(facts.run());
        text(facts.ending().name());
        text(facts.words());
    }

    /** What a kill's verdict stands on; of the device picture and the list no more than that. */
    private void event(JetsamEvent event) throws IOException {
        text(event.incident());
        time(event.captured());
        text(event.os().name());
        text(event.os().version());
        text(event.os().build());
        text(event.device());
        DevicePicture picture = event.memory();
        optional(picture.pageSize());
        TreeMap<String, Long> pages = new TreeMap<>(picture.pages());
        out.writeInt(pages.size());
        for (var kind : pages.entrySet()) {
            text(kind.getKey());
            out.writeLong(kind.getValue());
        }
        optional(picture.compressorPages());
        out.writeInt(event.processes().size());
        for (JetsamProcess process : event.processes()) {
            process(process);
        }
    }

    private void process(JetsamProcess process) throws IOException {
        text(process.name());
        text(process.uuid());
        out.writeLong(process.pid());
        texts(process.states());
        optional(process.pages());
        optional(process.peakPages());
        out.writeLong(process.coalition());
        out.writeLong(process.priority());
        text(process.reason().orElse(""));
        out.writeLong(process.codeSigningFlags());
    }

    private void warning(MemoryWarning warning) throws IOException {
        out.writeLong(warning.highest());
        optional(warning.threshold());
        text(warning.unit().name());
        time(warning.crossed());
        text(warning.run());
        text(warning.installation());
        text(warning.appId());
        text(warning.appVersion());
        text(warning.device());
        text(warning.osVersion());
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void texts(List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text);
        }
    }

    private void truth(Optional<Boolean> truth) throws IOException {
        out.writeByte(truth.map(value -> value ? 1 : 0).orElse(2));
    }

    private void optional(Optional<Long> number) throws IOException {
        out.writeBoolean(number.isPresent());
        if (number.isPresent()) {
            out.writeLong(number.get());
        }
    }

    private void time(Optional<Instant> time) throws IOException {
        optional(time.map(Instant::getEpochSecond));
        out.writeInt(time.map(Instant::getNano).orElse(0));
    }
}
