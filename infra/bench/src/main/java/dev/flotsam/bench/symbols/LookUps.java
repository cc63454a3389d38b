package dev.flotsam.bench.symbols;

import dev.flotsam.symbols.gsym.Gsym;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Times of looking up in one GSYM, in this process once it is warm. */
final class LookUps {
    private static final int ROUNDS = 15;

    private final Path gsym;
    private long frames;

    LookUps(Path gsym) {
        this.gsym = gsym;
    }

    /** Milliseconds to open the file and look 30 addresses up. */
    double freshlyOpened(LargeDsym dsym) {
        int[] round = {0};
        return median(() -> {
            long[] addresses = dsym.addresses(30, round[0]++);
            long start = System.nanoTime();
            lookUp(open(), addresses);
            return (System.nanoTime() - start) / 1e6;
        });
    }

    /** Microseconds of processor time per address, strings made for the frames of each; the peers' are that too. */
    double warm(LargeDsym dsym) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Gsym opened = open();
        long[] addresses = dsym.addresses(200_000, 1);
        return median(() -> {
            long start = threads.getCurrentThreadCpuTime();
            lookUp(opened, addresses);
            return (threads.getCurrentThreadCpuTime() - start) / 1e3 / addresses.length;
        });
    }

    /** Milliseconds to inflate the file, as a function does that fetched it. */
    double inflation() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(compressed)) {
            Files.copy(gsym, out);
        }
        return median(() -> {
            long start = System.nanoTime();
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed.toByteArray()), 1 << 16)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return (System.nanoTime() - start) / 1e6;
        });
    }

    /** Frames found so far: keeps the work from being optimised away, and says that it found something. */
    long frames() {
        return frames;
    }

    private void lookUp(Gsym opened, long[] addresses) {
        for (long address : addresses) {
            frames += opened.lookupAddress(address).frames().size();
        }
    }

    private Gsym open() {
        try (FileChannel channel = FileChannel.open(gsym, StandardOpenOption.READ)) {
            ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, channel.size());
            return Gsym.open(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static double median(DoubleSupplier measure) {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = measure.getAsDouble();
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
