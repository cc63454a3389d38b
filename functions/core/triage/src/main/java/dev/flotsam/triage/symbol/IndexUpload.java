package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.gsym.Gsym;
import dev.flotsam.symbols.index.IndexedImage;
import dev.flotsam.symbols.index.SymbolIndexer;
import dev.flotsam.symbols.upload.DsymUpload;
import dev.flotsam.symbols.upload.UploadLimits;
import dev.flotsam.symbols.upload.UploadOutcome;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.ingest.RawObjects;
import dev.flotsam.triage.ingest.RawObjects.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes an uploaded object that holds debug symbols: one GSYM per UUID and architecture. */
public final class IndexUpload {
    private final RawObjects objects;
    private final GsymStore store;
    private final StoredSymbols symbols;
    private final WakeWaiting wakeWaiting;
    private final Path scratch;
    private final SymbolIndexer indexer = new SymbolIndexer();
    private final DsymUpload uploads = new DsymUpload(UploadLimits.DEFAULT);

    /**
     * Over the bucket and the records.
     *
     * @param wakeWaiting starts healing what waited for an image
     * @param scratch an existing directory for files that are being worked on
     */
    public IndexUpload(
            RawObjects objects, GsymStore store, StoredSymbols symbols, WakeWaiting wakeWaiting, Path scratch) {
        this.objects = objects;
        this.store = store;
        this.symbols = symbols;
        this.wakeWaiting = wakeWaiting;
        this.scratch = scratch;
    }

    /**
     * Indexes an object. Doing it again finds what is there and stores nothing.
     *
     * @param version empty for the latest
     * @throws Fault if storage or the disk fails; the object is to be delivered again then
     */
    public Indexed index(String key, String version) {
        Optional<Content> opened = objects.open(key, version);
        if (opened.isEmpty()) {
            return new Indexed(List.of(), "the object is gone");
        }
        try (Content content = opened.get()) {
            return index(content);
        } catch (IOException | UncheckedIOException broken) {
            throw new Fault(Fault.Blame.OURS, "indexing object " + key + ": " + broken.getMessage(), broken);
        }
    }

    private Indexed index(Content content) throws IOException {
        Path directory = Files.createTempDirectory(scratch, "index");
        Path upload = directory.resolve("upload");
        try {
            Files.copy(content.stream(), upload);
            List<Answer> answers = new ArrayList<>();
            UploadOutcome outcome = uploads.read(upload, directory, (name, file, maps) -> {
                for (IndexedImage image : indexer.index(file, directory, maps)) {
                    answers.add(keep(name, image, content.stored()));
                }
            });
            return new Indexed(answers, reason(outcome));
        } finally {
            deleteAll(directory);
        }
    }

    private Answer keep(String name, IndexedImage indexed, Instant uploaded) throws IOException {
        return switch (indexed) {
            case IndexedImage.Indexed(ImageId image, Path gsym, long bytes, int functions, int units, var damage) ->
                store(
                        new StoredImage(
                                image,
                                name,
                                StoredImage.State.INDEXED,
                                functions,
                                hidden(gsym),
                                bytes,
                                0,
                                hash(gsym),
                                damage.orElse(""),
                                uploaded),
                        gsym);
            case IndexedImage.NoFunctions(ImageId image, Path gsym, long bytes) ->
                store(
                        new StoredImage(
                                image, name, StoredImage.State.NO_FUNCTIONS, 0, 0, bytes, 0, hash(gsym), "", uploaded),
                        gsym);
            case IndexedImage.Malformed(Optional<ImageId> image, String reason) -> {
                image.ifPresent(it -> symbols.publish(
                        new StoredImage(it, name, StoredImage.State.MALFORMED, 0, 0, 0, 0, "", reason, uploaded)));
                yield new Answer(image, name, indexed.outcome(), 0, 0, reason, 0);
            }
            case IndexedImage.NotDsym(Optional<ImageId> image, String reason) ->
                new Answer(image, name, indexed.outcome(), 0, 0, reason, 0);
        };
    }

    /**
     * The file first, then the record: whoever finds the record finds the file. Who waits is looked up last, and also
     * where the record stood already: whoever wrote it may have died before.
     */
    private Answer store(StoredImage image, Path gsym) throws IOException {
        Optional<StoredImage> standing = symbols.find(image.image());
        boolean isBetter = standing.isEmpty() || image.isBetterThan(standing.get());
        StoredImage stands = isBetter
                ? symbols.publish(image.stored(store.put(image.image(), image.content(), gsym)))
                : standing.get();
        Files.delete(gsym);
        boolean isSame = stands.content().equals(image.content());
        return new Answer(
                Optional.of(image.image()),
                image.name(),
                !isSame ? "kept-the-first" : isBetter ? image.state().word() : "already-stored",
                image.functions(),
                image.gsymBytes(),
                isSame ? image.reason() : kept(stands, image),
                wakeWaiting.wake(image.image()));
    }

    private static String kept(StoredImage stands, StoredImage image) {
        return stands.hidden() < image.hidden()
                ? "symbols of this UUID are stored already, and bitcode hides more names in these"
                : "other symbols of this UUID are stored already and stand; a build of its own has a UUID of its own";
    }

    private static String reason(UploadOutcome outcome) {
        return switch (outcome) {
            case UploadOutcome.Read ignored -> "";
            case UploadOutcome.Refused(String reason) -> "the upload " + reason;
            case UploadOutcome.Stopped(int files, String reason) -> "stopped after " + files + " files: " + reason;
        };
    }

    private static int hidden(Path gsym) throws IOException {
        try (FileChannel file = FileChannel.open(gsym, StandardOpenOption.READ)) {
            return Gsym.open(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()))
                    .hiddenNames();
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Digest.newSha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return Digest.hex(digest.digest());
    }

    private static void deleteAll(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(directory);
    }

    /**
     * What an upload held.
     *
     * @param images one answer per Mach-O slice
     * @param refused why the upload, or the rest of it, was not read; empty if it was
     */
    public record Indexed(List<Answer> images, String refused) {
        public Indexed {
            images = List.copyOf(images);
        }
    }

    /**
     * What became of one slice.
     *
     * @param image which, if it says so
     * @param name where it was in the upload
     * @param outcome indexed, no-functions, malformed, not-a-dsym, already-stored or kept-the-first
     * @param functions entries of its GSYM
     * @param bytes size of its GSYM
     * @param reason what is wrong, empty if nothing is
     * @param waiting clusters whose reports waited for it and are being healed
     */
    public record Answer(
            Optional<ImageId> image,
            String name,
            String outcome,
            int functions,
            long bytes,
            String reason,
            int waiting) {}
}
