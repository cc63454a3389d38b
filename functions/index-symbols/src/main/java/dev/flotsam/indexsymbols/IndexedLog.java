package dev.flotsam.indexsymbols;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.symbol.IndexUpload.Answer;
import dev.flotsam.triage.symbol.IndexUpload.Indexed;
import org.jboss.logging.Logger;

/** What became of an upload, a line an image: people look here for how far indexing is. */
final class IndexedLog {
    private static final Logger LOG = Logger.getLogger(IndexedLog.class);

    private IndexedLog() {}

    static void write(String key, Indexed indexed) {
        indexed.images().forEach(image -> write(key, image));
        if (!indexed.refused().isEmpty()) {
            LOG.warnf("%s: %s", key, indexed.refused());
        }
        LOG.infof("%s: %d images", key, indexed.images().size());
    }

    /** A reason beside an index that was stored is damage that was read around. */
    private static void write(String key, Answer image) {
        String which = image.image().map(ImageId::key).orElse("no image");
        if (!image.reason().isEmpty()) {
            LOG.warnf("%s, %s in %s: %s: %s", key, which, image.name(), image.outcome(), image.reason());
        }
        LOG.infof(
                "%s, %s in %s: %s, %d functions, %d bytes, heals %d clusters",
                key, which, image.name(), image.outcome(), image.functions(), image.bytes(), image.waiting());
    }
}
