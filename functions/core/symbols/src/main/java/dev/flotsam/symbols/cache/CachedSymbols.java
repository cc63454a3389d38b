package dev.flotsam.symbols.cache;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.SymbolSource;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers lookups through a {@link GsymCache}. */
public final class CachedSymbols implements SymbolSource {
    private final GsymCache cache;

    public CachedSymbols(GsymCache cache) {
        this.cache = cache;
    }

    /** @throws UncheckedIOException if the cache's directory or the fetch is broken */
    @Override
    public Lookup lookup(ImageId image, long offset) {
        try {
            Lookup first = lookupOnce(image, offset);
            if (!(first instanceof Lookup.Malformed) || !cache.discard(image)) {
                return first;
            }
            // The copy here was readable when it was opened: only the copy can have gone bad, so a fresh one decides.
            return lookupOnce(image, offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException if the cache's directory is broken */
    @Override
    public boolean refresh(ImageId image) {
        try {
            return cache.refresh(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Lookup lookupOnce(ImageId image, long offset) throws IOException {
        return switch (cache.open(image)) {
            case GsymCache.Opened.Ready ready -> ready.gsym().lookup(offset);
            case GsymCache.Opened.Missing ignored -> new Lookup.DsymMissing(image);
            case GsymCache.Opened.Malformed malformed -> new Lookup.Malformed(malformed.reason());
        };
    }
}
