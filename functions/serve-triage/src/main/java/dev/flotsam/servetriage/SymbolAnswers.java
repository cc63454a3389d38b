package dev.flotsam.servetriage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flotsam.triage.query.ListMissingSymbols.Listed;
import dev.flotsam.triage.query.ListMissingSymbols.Missing;
import dev.flotsam.triage.symbol.StoredImage;
import dev.flotsam.triage.symbol.StoredSymbols.Slice;
import java.time.Instant;
import java.util.List;

/** What the API says about symbols. */
final class SymbolAnswers {
    private SymbolAnswers() {}

    static SymbolList list(Slice slice) {
        return new SymbolList(
                slice.images().stream().map(SymbolAnswers::line).toList(),
                slice.next().map(Cursor::of).orElse(null));
    }

    static MissingList missing(Listed listed) {
        return new MissingList(
                listed.images().stream().map(SymbolAnswers::line).toList(),
                listed.next().map(Cursor::of).orElse(null));
    }

    private static SymbolLine line(StoredImage image) {
        return new SymbolLine(
                image.image().uuidText(),
                image.image().arch().name(),
                image.name().substring(image.name().lastIndexOf('/') + 1),
                image.name(),
                image.state().word(),
                image.reason(),
                image.functions(),
                image.gsymBytes(),
                image.storedBytes(),
                image.uploaded());
    }

    private static MissingLine line(Missing missing) {
        VersionAndBuild version = VersionAndBuild.of(missing.version());
        return new MissingLine(
                missing.image().name(),
                missing.image().uuid(),
                missing.image().architecture(),
                missing.app(),
                version.version(),
                version.build(),
                missing.blocked(),
                missing.clusters(),
                missing.lastSeen(),
                missing.unreadable());
    }

    /**
     * A page of stored symbols.
     *
     * @param symbols latest upload first
     * @param next cursor of the next page, null at the end
     */
    record SymbolList(List<SymbolLine> symbols, String next) {}

    /**
     * An indexed image.
     *
     * @param name file name of the dSYM's binary
     * @param path where it was in its upload
     * @param state indexed, no-functions or malformed
     * @param reason what is wrong with it, empty if nothing is
     * @param functions entries of its index
     * @param bytes size of its index
     * @param storedBytes as stored, compressed
     * @param uploaded when
     */
    record SymbolLine(
            String uuid,
            String arch,
            String name,
            String path,
            String state,
            String reason,
            int functions,
            long bytes,
            @JsonProperty("stored_bytes") long storedBytes,
            Instant uploaded) {}

    /**
     * A page of missing symbols.
     *
     * @param missing most blocked first within the page
     * @param next cursor of the next page, null at the end
     */
    record MissingList(List<MissingLine> missing, String next) {}

    /**
     * An image of one build without usable symbols.
     *
     * @param blocked reports that its symbols would improve
     * @param clusters they are in
     * @param lastSeen upload of the latest of them
     * @param unreadable why the dSYM that was uploaded can't be used, empty where none was
     */
    record MissingLine(
            String image,
            String uuid,
            String arch,
            String app,
            String version,
            String build,
            @JsonProperty("crashes_blocked") long blocked,
            int clusters,
            @JsonProperty("last_seen") Instant lastSeen,
            String unreadable) {}
}
