package dev.flotsam.triage.examine;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.demangle.ReadableNames;
import dev.flotsam.symbols.demangle.Style;
import dev.flotsam.symbols.fleet.LearnedName;
import dev.flotsam.triage.examine.LearnedSource.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the system's frames that nobody named the names that the fleet has learned, and says so. */
final class LearnedFrames {
    private final LearnedSource learned;
    private final ReadableNames names;

    LearnedFrames(LearnedSource learned, ReadableNames names) {
        this.learned = learned;
        this.names = names;
    }

    List<NamedFrame> named(ParsedReport report, List<NamedFrame> frames) {
        List<Place> places = frames.stream()
                .map(frame -> place(report, frame))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (places.isEmpty()) {
            return frames;
        }
        Map<Place, LearnedName> known = learned.names(places);
        return frames.stream()
                .map(frame -> place(report, frame)
                        .map(known::get)
                        .map(name -> frame.learned(
                                names.of(name.name(), Style.FULL), names.of(name.name(), Style.SIMPLIFIED)))
                        .orElse(frame))
                .toList();
    }

    private static Optional<Place> place(ParsedReport report, NamedFrame frame) {
        if (!frame.outcome().equals(NamedFrame.NO_SYSTEM_SYMBOLS)
                || frame.reported().offset() < 0) {
            return Optional.empty();
        }
        return report.imageOf(frame.reported())
                .map(BinaryImage::uuid)
                .flatMap(ImageId::parseUuid)
                .map(image -> new Place(image, frame.reported().offset()));
    }
}
