package dev.flotsam.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.ReadResult.Parsed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same crash, known by its incident identifier, in two formats: .crash and .ips, KSCrash JSON and text. */
final class TwinsTest {
    private record Twin(String file, ParsedReport report) {}

    private record Fault(String type, String signal, Optional<Long> address, String name, String reason) {}

    private record Place(String uuid, long offset) {}

    private record Loaded(String uuid, long base, long size) {}

    @Test
    void tellTheSameExceptionCrashedThreadFramesAndImages() {
        int compared = 0;
        for (List<Twin> twins : byIncident().values()) {
            for (Twin other : twins) {
                Twin first = twins.getFirst();
                if (other.report.format() != first.report.format()) {
                    assertSame(first, other);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(15);
    }

    private static Map<String, List<Twin>> byIncident() {
        Map<String, List<Twin>> twins = new LinkedHashMap<>();
        List<Path> files = Stream.of("crash_text", "ips_crash", "kscrash")
                .flatMap(folder -> Corpus.files(folder).stream())
                .toList();
        for (Path file : files) {
            ReadResult result =
                    new ReportReader().read(Corpus.bytes(file)).getFirst().result();
            if (result instanceof Parsed(ParsedReport report)
                    && !report.incident().id().isEmpty()) {
                String key = report.incident().id();
                twins.computeIfAbsent(key, id -> new ArrayList<>())
                        .add(new Twin(file.getFileName().toString(), report));
            }
        }
        return twins;
    }

    private static void assertSame(Twin one, Twin other) {
        String pair = one.file + " and " + other.file;
        assertThat(fault(other.report)).as(pair).isEqualTo(fault(one.report));
        ReportThread crashed = one.report.crashedThread().orElseThrow();
        ReportThread same = other.report.crashedThread().orElseThrow();
        assertThat(same.number()).as(pair).isEqualTo(crashed.number());
        assertThat(places(other.report, same)).as(pair).isEqualTo(places(one.report, crashed));
        assertThat(images(other.report)).as(pair).containsExactlyInAnyOrderElementsOf(images(one.report));
    }

    private static Fault fault(ParsedReport report) {
        ParsedReport.ExceptionInfo said = report.exception().orElseThrow();
        return new Fault(said.type(), said.signal(), said.address(), said.name(), said.reason());
    }

    private static List<Place> places(ParsedReport report, ReportThread thread) {
        List<Place> places = new ArrayList<>();
        for (Frame frame : thread.frames()) {
            places.add(new Place(report.imageOf(frame).map(BinaryImage::uuid).orElse(""), frame.offset()));
        }
        return places;
    }

    private static List<Loaded> images(ParsedReport report) {
        return report.images().stream()
                .filter(image -> report.format() != Format.IPS || image.base() != 0)
                .map(image -> new Loaded(image.uuid(), image.base(), image.size()))
                .toList();
    }
}
