package dev.flotsam.triage.symbol;

import dev.flotsam.triage.Occurrence.MissingImage;
import java.util.List;
import java.util.Optional;

/** The images that somebody waits for: each is listed before its first waiter is. Some may have got symbols since. */
public interface MissingImages {

    /** Some of them, in an order that stays, each once. */
    Slice list(Optional<String> after, int most);

    /**
     * Some images.
     *
     * @param images at most as many as asked for
     * @param next cursor to go on with, empty at the end
     */
    record Slice(List<MissingImage> images, Optional<String> next) {
        public Slice {
            images = List.copyOf(images);
        }
    }
}
