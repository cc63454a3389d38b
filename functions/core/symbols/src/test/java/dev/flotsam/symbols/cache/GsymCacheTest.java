package dev.flotsam.symbols.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.gsym.GsymWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GsymCacheTest {
    private static final Arch ARM64 = new Arch("arm64");

    @TempDir
    private Path directory;

    private final ConcurrentHashMap<ImageId, AtomicInteger> fetches = new ConcurrentHashMap<>();

    @Test
    void aGsymIsFetchedOnce() throws IOException {
        GsymCache cache = cache(1 << 20);
        CachedSymbols symbols = new CachedSymbols(cache);

        assertThat(symbols.lookup(image(1), 0x10).frames().getFirst().linkageName())
                .isEqualTo("f1");
        assertThat(symbols.lookup(image(1), 0x1f).frames().getFirst().linkageName())
                .isEqualTo("f1");
        assertThat(fetchCount(1)).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsAskedForEachTimeBecauseItMayArrive() throws IOException {
        CachedSymbols symbols = new CachedSymbols(cache(1 << 20));

        assertThat(symbols.lookup(image(0), 0)).isEqualTo(new Lookup.DsymMissing(image(0)));
        assertThat(symbols.lookup(image(0), 0)).isEqualTo(new Lookup.DsymMissing(image(0)));
        assertThat(fetchCount(0)).isEqualTo(2);
    }

    @Test
    void theLeastRecentlyUsedGoesWhenTheBudgetIsExceeded() throws IOException {
        long one = size();
        GsymCache cache = cache(2 * one + one / 2);
        CachedSymbols symbols = new CachedSymbols(cache);
        for (int number : new int[] {1, 2, 1, 3, 1, 2}) {
            symbols.lookup(image(number), 0x10);
        }

        assertThat(fetchCount(1)).as("used again before it was the oldest").isEqualTo(1);
        assertThat(fetchCount(2)).as("was the oldest when 3 came").isEqualTo(2);
        assertThat(cache.usedBytes()).isLessThanOrEqualTo(2 * one + one / 2);
        assertThat(filesHere()).hasSize(2);
    }

    @Test
    void oneLargerThanTheBudgetIsAnsweredAndDropped() throws IOException {
        GsymCache cache = cache(1);

        assertThat(new CachedSymbols(cache).lookup(image(1), 0x10).frames()).hasSize(1);
        assertThat(filesHere()).isEmpty();
        assertThat(cache.usedBytes()).isZero();
    }

    @Test
    void aLaterProcessTakesOverWhatIsThere() throws IOException {
        new CachedSymbols(cache(1 << 20)).lookup(image(1), 0x10);

        assertThat(new CachedSymbols(cache(1 << 20)).lookup(image(1), 0x10).frames())
                .hasSize(1);
        assertThat(fetchCount(1)).isEqualTo(1);
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenIsRemoved() throws IOException {
        Path abandoned = Files.createFile(directory.resolve("X-arm64.gsym.999999999999-1.part"));
        Path ours = Files.createFile(
                directory.resolve("Y-arm64.gsym." + ProcessHandle.current().pid() + "-1.part"));

        cache(1 << 20);

        assertThat(abandoned).doesNotExist();
        assertThat(ours).exists();
    }

    @Test
    void aDamagedFileIsFetchedAgain() throws IOException {
        new CachedSymbols(cache(1 << 20)).lookup(image(1), 0x10);
        Path file = filesHere().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 9] ^= 1;
        Files.write(file, bytes);

        assertThat(new CachedSymbols(cache(1 << 20)).lookup(image(1), 0x10).frames())
                .hasSize(1);
        assertThat(fetchCount(1)).isEqualTo(2);
    }

    @Test
    void aFetchThatBringsSomethingElseIsMalformed() throws IOException {
        GsymCache garbage = new GsymCache(directory, 1 << 20, (image, into) -> {
            Files.writeString(into, "not a GSYM");
            return new GsymFetch.Fetched.Written("garbage");
        });
        GsymCache other = new GsymCache(directory, 1 << 20, (image, into) -> write(image(7), into));

        assertThat(new CachedSymbols(garbage).lookup(image(1), 0)).isInstanceOf(Lookup.Malformed.class);
        assertThat(new CachedSymbols(other).lookup(image(1), 0)).isInstanceOf(Lookup.Malformed.class);
        assertThat(filesHere()).isEmpty();
    }

    @Test
    void aDsymKnownToBeUnreadableSaysWhy() throws IOException {
        GsymCache cache =
                new GsymCache(directory, 1 << 20, (image, into) -> new GsymFetch.Fetched.Malformed("has no LC_UUID"));

        assertThat(new CachedSymbols(cache).lookup(image(1), 0)).isEqualTo(new Lookup.Malformed("has no LC_UUID"));
    }

    @Test
    void manyThreadsGetTheirAnswersWhileFilesComeAndGo() throws Exception {
        CachedSymbols symbols = new CachedSymbols(cache(3 * size()));
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                int seed = thread;
                running.add(threads.submit(() -> {
                    for (int i = 0; i < 300; i++) {
                        int number = 1 + (i * 7 + seed * 3) % 6;
                        assertThat(symbols.lookup(image(number), 0x10)
                                        .frames()
                                        .getFirst()
                                        .linkageName())
                                .isEqualTo("f" + number);
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        assertThat(filesHere()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void threadsThatWantTheSameFetchItOnce() throws InterruptedException, ExecutionException, IOException {
        CachedSymbols symbols = new CachedSymbols(cache(1 << 20));
        List<Future<Lookup>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                running.add(threads.submit(() -> symbols.lookup(image(1), 0x10)));
            }
            for (Future<Lookup> each : running) {
                assertThat(each.get().frames()).hasSize(1);
            }
        }
        assertThat(fetchCount(1)).isEqualTo(1);
    }

    @Test
    void aGsymThatABetterOneHasReplacedIsFetchedAnewWhenSomebodyLooks() throws IOException {
        AtomicReference<String> stored = new AtomicReference<>("first");
        GsymFetch fetch = new GsymFetch() {
            @Override
            public Fetched fetch(ImageId image, Path into) throws IOException {
                fetches.computeIfAbsent(image, ignored -> new AtomicInteger()).incrementAndGet();
                write(image, into);
                return new Fetched.Written(stored.get());
            }

            @Override
            public Optional<String> current(ImageId image) {
                return Optional.of(stored.get());
            }
        };
        CachedSymbols symbols = new CachedSymbols(new GsymCache(directory, 1 << 20, fetch));
        assertThat(symbols.refresh(image(1))).as("nothing is kept yet").isFalse();
        symbols.lookup(image(1), 0x10);
        assertThat(symbols.refresh(image(1))).isFalse();

        stored.set("better");
        assertThat(symbols.refresh(image(1))).isTrue();
        symbols.lookup(image(1), 0x10);
        assertThat(symbols.refresh(image(1))).isFalse();
        assertThat(fetchCount(1)).isEqualTo(2);

        CachedSymbols later = new CachedSymbols(new GsymCache(directory, 1 << 20, fetch));
        later.lookup(image(1), 0x10);
        assertThat(later.refresh(image(1)))
                .as("nobody knows what an earlier process fetched")
                .isTrue();
    }

    private GsymCache cache(long budget) throws IOException {
        return new GsymCache(directory, budget, (image, into) -> {
            fetches.computeIfAbsent(image, ignored -> new AtomicInteger()).incrementAndGet();
            return image.equals(image(0)) ? new GsymFetch.Fetched.Missing() : write(image, into);
        });
    }

    private static GsymFetch.Fetched write(ImageId image, Path into) throws IOException {
        GsymWriter writer = new GsymWriter(image.uuid(), 0);
        writer.begin(0x10);
        writer.end(0x20, writer.strings().add("f" + image.uuid().getLeastSignificantBits()));
        try (FileChannel channel = FileChannel.open(into, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writer.writeTo(channel);
        }
        return new GsymFetch.Fetched.Written("");
    }

    private long size() throws IOException {
        Path file = directory.resolveSibling("size-" + UUID.nameUUIDFromBytes(new byte[1]));
        Files.deleteIfExists(file);
        write(image(1), file);
        return Files.size(file);
    }

    private int fetchCount(int number) {
        return fetches.get(image(number)).get();
    }

    private List<Path> filesHere() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static ImageId image(int number) {
        return new ImageId(new UUID(9, number), ARM64);
    }
}
