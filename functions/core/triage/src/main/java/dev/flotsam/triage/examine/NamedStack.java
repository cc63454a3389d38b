package dev.flotsam.triage.examine;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.Occurrence.MissingImage;
import java.util.List;
import java.util.Map;

/**
 * A stack with names.
 *
 * @param frames innermost first, inlined frames expanded
 * @param awaited images of the app that nobody uploaded readable symbols of, each with 0; those in whose symbols bitcode
 *     hides names, with how many
 */
public record NamedStack(List<NamedFrame> frames, Map<ImageId, Integer> awaited) {
    public NamedStack {
        frames = List.copyOf(frames);
        awaited = Map.copyOf(awaited);
    }

    /**
     * Images of the app in the stack whose symbols would say more. An image whose symbols are here is missing only for
     * names that bitcode hides in them: its dSYM may come again with its BCSymbolMaps.
     */
    List<MissingImage> missing(ParsedReport report) {
        return frames.stream()
                .filter(frame -> frame.inApp() && (frame.file().isEmpty() || !frame.isNamed()))
                .map(NamedFrame::reported)
                .flatMap(frame -> Symbolicator.image(report, frame)
                        .filter(awaited::containsKey)
                        .map(image -> new MissingImage(
                                image.uuidText(),
                                image.arch().name(),
                                report.imageOf(frame).orElseThrow().name(),
                                awaited.get(image)))
                        .stream())
                .distinct()
                .toList();
    }
}
