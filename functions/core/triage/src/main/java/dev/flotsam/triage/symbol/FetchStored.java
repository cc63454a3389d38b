package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.cache.GsymFetch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Fetches GSYMs for a function's cache: the record tells what to expect. */
public final class FetchStored implements GsymFetch {
    private final StoredSymbols symbols;
    private final GsymStore store;

    /** Over records and files. */
    public FetchStored(StoredSymbols symbols, GsymStore store) {
        this.symbols = symbols;
        this.store = store;
    }

    @Override
    public Fetched fetch(ImageId image, Path into) throws IOException {
        Optional<StoredImage> stored = symbols.find(image);
        if (stored.isEmpty()) {
            return new Fetched.Missing();
        }
        return switch (stored.get().state()) {
            case MALFORMED -> new Fetched.Malformed(stored.get().reason());
            case INDEXED, NO_FUNCTIONS -> {
                String content = stored.get().content();
                yield store.get(image, content, into) ? new Fetched.Written(content) : new Fetched.Missing();
            }
        };
    }

    @Override
    public Optional<String> current(ImageId image) {
        return symbols.find(image).filter(StoredImage::isReadable).map(StoredImage::content);
    }
}
