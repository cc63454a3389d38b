package dev.flotsam.triage.examine;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.Occurrence.MissingImage;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A stack with names.
 *
 * @param frames innermost first, inlined frames expanded
 * @param awaited images of the app that nobody uploaded readable symbols of
 */
public record NamedStack(List<NamedFrame> frames, Set<ImageId> awaited) {
    public NamedStack {
        frames = List.copyOf(frames);
        awaited = Set.copyOf(awaited);
    }

    /**
     * Images of the app in the stack whose symbols would say more. An image whose symbols are here is not missing,
     * whatever they lack: they would never come a second time.
     */
    List<MissingImage> missing(ParsedReport report) {
        return frames.stream()
                .filter(frame -> frame.inApp() && frame.file().isEmpty())
                .map(NamedFrame::reported)
                .flatMap(frame -> Symbolicator.image(report, frame)
                        .filter(awaited::contains)
                        .map(image -> new MissingImage(
                                image.uuid().toString().toUpperCase(Locale.ROOT),
                                image.arch().name(),
                                report.imageOf(frame).orElseThrow().name()))
                        .stream())
                .distinct()
                .toList();
    }
}
