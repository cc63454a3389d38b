package dev.flotsam.contracts.fake;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.symbol.StoredImage;
import dev.flotsam.triage.symbol.StoredSymbols;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of indexed images in memory. */
public final class FakeStoredSymbols implements StoredSymbols {
    private final Map<ImageId, StoredImage> images = new HashMap<>();

    @Override
    public synchronized Optional<StoredImage> find(ImageId image) {
        return Optional.ofNullable(images.get(image));
    }

    @Override
    public synchronized StoredImage publish(StoredImage image) {
        return images.merge(image.image(), image, (standing, later) -> later.isBetterThan(standing) ? later : standing);
    }

    @Override
    public synchronized Slice latestFirst(Optional<String> after, int most) {
        List<StoredImage> rest = images.values().stream()
                .sorted(Comparator.comparing(FakeStoredSymbols::cursor).reversed())
                .filter(image ->
                        after.map(cursor -> cursor(image).compareTo(cursor) < 0).orElse(true))
                .toList();
        List<StoredImage> kept = rest.subList(0, Math.min(most, rest.size()));
        return new Slice(kept, rest.size() > most ? Optional.of(cursor(kept.getLast())) : Optional.empty());
    }

    private static String cursor(StoredImage image) {
        return "%015d/%s"
                .formatted(image.uploaded().toEpochMilli(), image.image().key());
    }
}
