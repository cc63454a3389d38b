package dev.flotsam.symbols.cache;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.gsym.Gsym;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A directory of uncompressed GSYMs, the least recently used dropped when a byte budget is exceeded. Safe for several
 * threads, and for several processes that share the directory. One image is fetched once, however many threads ask;
 * threads that ask for others don't wait. A GSYM dropped while in use stays readable: its mapping outlives the file.
 */
public final class GsymCache {

    /** What opening an image's GSYM came to. */
    public sealed interface Opened {
        record Ready(Gsym gsym) implements Opened {}

        record Missing() implements Opened {}

        record Malformed(String reason) implements Opened {}
    }

    /** @param content as it was fetched; empty for a file that an earlier process left */
    private record Entry(Path file, long bytes, String content, Optional<Gsym> gsym) {}

    private static final String SUFFIX = ".gsym";
    private static final String UNFINISHED = ".part";
    private static final Pattern UNFINISHED_NAME = Pattern.compile(".*\\.gsym\\.(\\d{1,18})-\\d+\\.part");

    private final Path directory;
    private final long budget;
    private final GsymFetch fetch;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final AtomicLong attempts = new AtomicLong();
    /** By {@link ImageId#fileName}, least recently used first; guarded by itself. */
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private long used;

    /**
     * Takes over what earlier processes left in the directory, which must exist.
     *
     * @param budget bytes of GSYMs to keep; one larger than this is used and dropped
     */
    public GsymCache(Path directory, long budget, GsymFetch fetch) throws IOException {
        this.directory = directory;
        this.budget = budget;
        this.fetch = fetch;
        adopt();
    }

    /** Opens an image's GSYM, from here if it is here. */
    public Opened open(ImageId image) throws IOException {
        String key = image.fileName();
        Optional<Gsym> here = opened(key);
        if (here.isPresent()) {
            return new Opened.Ready(here.get());
        }
        Object lock = locks.computeIfAbsent(key, ignored -> new Object());
        synchronized (lock) {
            Optional<Gsym> meanwhile = opened(key).or(() -> reopen(key));
            return meanwhile.isPresent() ? new Opened.Ready(meanwhile.get()) : fetch(image, key);
        }
    }

    /** Drops an image's GSYM if another one would be fetched now; answers whether. */
    public boolean refresh(ImageId image) throws IOException {
        Entry here;
        synchronized (entries) {
            here = entries.get(image.fileName());
        }
        Optional<String> current = here == null ? Optional.empty() : fetch.current(image);
        return current.isPresent() && !current.get().equals(here.content()) && discard(image);
    }

    /** Drops an image's GSYM; answers whether there was one. */
    public boolean discard(ImageId image) throws IOException {
        Entry dropped;
        synchronized (entries) {
            dropped = entries.remove(image.fileName());
            used -= dropped == null ? 0 : dropped.bytes();
        }
        if (dropped != null) {
            Files.deleteIfExists(dropped.file());
        }
        return dropped != null;
    }

    /** Bytes of the GSYMs kept now. */
    public long usedBytes() {
        synchronized (entries) {
            return used;
        }
    }

    private Optional<Gsym> opened(String key) {
        synchronized (entries) {
            Entry entry = entries.get(key);
            return entry == null ? Optional.empty() : entry.gsym();
        }
    }

    /** Opens a file an earlier process left, if it still is what was written. */
    private Optional<Gsym> reopen(String key) {
        Entry entry;
        synchronized (entries) {
            entry = entries.get(key);
        }
        if (entry == null) {
            return Optional.empty();
        }
        try {
            MappedByteBuffer bytes = map(entry.file());
            if (name(key, checksum(bytes)).equals(entry.file().getFileName().toString())) {
                Gsym gsym = Gsym.open(bytes);
                keep(key, new Entry(entry.file(), entry.bytes(), "", Optional.of(gsym)));
                return Optional.of(gsym);
            }
        } catch (IOException | MalformedBinaryException e) {
            // Unreadable is as good as changed: it is fetched again.
        }
        forget(key, entry);
        return Optional.empty();
    }

    private Opened fetch(ImageId image, String key) throws IOException {
        Path unfinished = directory.resolve(
                key + "." + ProcessHandle.current().pid() + "-" + attempts.incrementAndGet() + UNFINISHED);
        try {
            return switch (fetch.fetch(image, unfinished)) {
                case GsymFetch.Fetched.Missing ignored -> new Opened.Missing();
                case GsymFetch.Fetched.Malformed malformed -> new Opened.Malformed(malformed.reason());
                case GsymFetch.Fetched.Written(String content) -> adopt(image, key, content, unfinished);
            };
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Opened adopt(ImageId image, String key, String content, Path unfinished) throws IOException {
        MappedByteBuffer bytes = map(unfinished);
        Gsym gsym;
        try {
            gsym = Gsym.open(bytes);
        } catch (MalformedBinaryException e) {
            return new Opened.Malformed(e.getMessage());
        }
        if (!gsym.uuid().equals(Optional.of(image.uuid()))) {
            return new Opened.Malformed("GSYM of another image: " + gsym.uuid());
        }
        Path file = directory.resolve(name(key, checksum(bytes)));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        keep(key, new Entry(file, bytes.capacity(), content, Optional.of(gsym)));
        return new Opened.Ready(gsym);
    }

    private void keep(String key, Entry entry) {
        List<Entry> dropped = new ArrayList<>();
        synchronized (entries) {
            Entry before = entries.put(key, entry);
            used += entry.bytes() - (before == null ? 0 : before.bytes());
            for (var oldest = entries.entrySet().iterator(); used > budget && oldest.hasNext(); ) {
                Entry out = oldest.next().getValue();
                oldest.remove();
                used -= out.bytes();
                dropped.add(out);
            }
        }
        dropped.forEach(out -> delete(out.file()));
    }

    private void forget(String key, Entry entry) {
        synchronized (entries) {
            if (entries.remove(key, entry)) {
                used -= entry.bytes();
            }
        }
        delete(entry.file());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The budget is then exceeded by a file; the next process to start here finds and counts it.
        }
    }

    private void adopt() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(directory)) {
            left = files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(GsymCache::age))
                    .toList();
        }
        for (Path file : left) {
            String name = file.getFileName().toString();
            if (isAbandoned(name)) {
                delete(file);
            }
            // UUID-arch.checksum.gsym
            int checksum = name.lastIndexOf('.', name.length() - SUFFIX.length() - 1);
            if (name.endsWith(SUFFIX) && checksum > 0) {
                keep(name.substring(0, checksum) + SUFFIX, new Entry(file, Files.size(file), "", Optional.empty()));
            }
        }
    }

    /** Whether a fetch of a process that is gone left the file. */
    private static boolean isAbandoned(String name) {
        Matcher unfinished = UNFINISHED_NAME.matcher(name);
        return unfinished.matches()
                && ProcessHandle.of(Long.parseLong(unfinished.group(1))).isEmpty();
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }

    private static String name(String key, long checksum) {
        return key.substring(0, key.length() - SUFFIX.length()) + "." + Long.toHexString(checksum) + SUFFIX;
    }

    private static long checksum(MappedByteBuffer bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes.duplicate().rewind());
        return checksum.getValue();
    }

    private static MappedByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size());
        }
    }
}
