package dev.flotsam.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.allocation.AllocationReader;
import dev.flotsam.memory.allocation.AllocationStacks;
import dev.flotsam.memory.allocation.AllocationStacks.Stack;
import dev.flotsam.memory.allocation.CallTree;
import dev.flotsam.memory.atlas.LimitSample;
import dev.flotsam.memory.incident.IncidentJoining;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.jetsam.JetsamReader;
import dev.flotsam.memory.plist.PropertyLists;
import dev.flotsam.memory.portrait.Portrait;
import dev.flotsam.memory.portrait.PortraitAnalysis;
import dev.flotsam.memory.portrait.PortraitJson;
import dev.flotsam.memory.portrait.PortraitReader;
import dev.flotsam.memory.rates.ExitMetricsReader;
import dev.flotsam.memory.region.RegionScanReader;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.shape.SessionReader;
import dev.flotsam.memory.session.shape.ShapeLimits;
import dev.flotsam.memory.warning.MemoryWarning;
import dev.flotsam.memory.warning.MemoryWarningReader;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Runs bytes through a reader and what comes behind it; anything thrown is a fault. */
final class EveryReader {
    private static final JsonReader JSON = new JsonReader(ShapeLimits.JSON);
    private static final IncidentJoining JOINING = new IncidentJoining(KnownLimits.NONE);

    private EveryReader() {}

    static void jetsam(byte[] bytes) {
        Optional<JetsamEvent> event = value(JetsamReader.read(bytes));
        event.ifPresent(read -> {
            read.headline();
            read.largest(10);
            LimitSample.of(read);
            assertThat(JOINING.join(List.of(new Witness.Jetsam("j", read)))).hasSizeLessThanOrEqualTo(1);
        });
    }

    static void document(byte[] bytes) {
        tree(JSON.read(bytes).root());
    }

    private static void tree(JsonValue document) {
        MemoryFormat.recognise(document);
        session(document);
        warning(document);
        allocations(document);
        value(ExitMetricsReader.read(document));
    }

    static void session(byte[] bytes) {
        session(JSON.read(bytes).root());
    }

    private static void session(JsonValue document) {
        Optional<SessionRecord> session = value(SessionReader.read(document));
        session.ifPresent(record -> {
            LimitSample.of(record);
            AllocationReader.within(document, record.run(), record.build());
            assertThat(JOINING.join(List.of(new Witness.Session("s", record)))).hasSize(1);
        });
    }

    static void warning(byte[] bytes) {
        warning(JSON.read(bytes).root());
    }

    private static void warning(JsonValue document) {
        Optional<MemoryWarning> warning = value(MemoryWarningReader.read(document));
        warning.ifPresent(LimitSample::of);
    }

    static void allocations(byte[] bytes) {
        allocations(JSON.read(bytes).root());
    }

    private static void allocations(JsonValue document) {
        Optional<AllocationStacks> stacks = value(AllocationReader.read(document));
        stacks.ifPresent(read -> {
            CallTree tree = new CallTree().add(read);
            tree.heaviestPath(0.5);
            assertThat(tree.root().bytes()).isEqualTo(read.bytes());
            assertThat(read.heaviest(Integer.MAX_VALUE).stream()
                            .mapToLong(Stack::bytes)
                            .sum())
                    .isEqualTo(read.bytes());
        });
    }

    static void propertyList(byte[] bytes) {
        MemoryFormat.recognise(bytes);
        value(PropertyLists.read(bytes)).ifPresent(EveryReader::tree);
    }

    static void portrait(byte[] bytes) {
        try {
            Optional<Portrait> portrait = value(PortraitReader.read(new ByteArrayInputStream(bytes)));
            portrait.ifPresent(read ->
                    assertThat(PortraitJson.of(PortraitAnalysis.of(read))).isNotEmpty());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static void regionScan(byte[] bytes) {
        value(RegionScanReader.read(bytes));
    }

    private static <T> Optional<T> value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T> read -> Optional.of(read.value());
            case Reading.Refused<T> refused -> {
                assertThat(refused.rejection().code()).isNotEmpty();
                assertThat(refused.rejection().where()).isNotEmpty();
                yield Optional.empty();
            }
        };
    }
}
