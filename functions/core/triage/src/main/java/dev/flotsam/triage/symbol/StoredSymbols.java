package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import java.util.List;
import java.util.Optional;

/** Records of indexed images. */
public interface StoredSymbols {

    /** The record of an image, read consistently. */
    Optional<StoredImage> find(ImageId image);

    /**
     * Records an image unless it is known. Atomic. A record gives way to a {@linkplain StoredImage#isBetterThan better}
     * one: that heals.
     *
     * @return the record that stands: {@code image} itself, or one that it is no better than
     */
    StoredImage publish(StoredImage image);

    /** Records, latest upload first. */
    Slice latestFirst(Optional<String> after, int most);

    /**
     * Some records.
     *
     * @param images latest upload first
     * @param next cursor to go on with, empty at the end
     */
    record Slice(List<StoredImage> images, Optional<String> next) {
        public Slice {
            images = List.copyOf(images);
        }
    }
}
