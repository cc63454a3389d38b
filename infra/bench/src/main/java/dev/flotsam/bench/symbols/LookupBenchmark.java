package dev.flotsam.bench.symbols;

import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.gsym.Gsym;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one warm look-up at a random address of the large dSYM: frames, names and paths made. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Thread)
public class LookupBenchmark {
    private static final int ADDRESSES = 1 << 16;

    private Gsym gsym;
    private long[] addresses;
    private int next;

    /** Indexes the dSYM. */
    @Setup
    public void index() throws IOException, InterruptedException {
        LargeDsym dsym = LargeDsym.made();
        Path file = SymbolsBench.index(dsym, Files.createTempDirectory("lookup-benchmark"));
        gsym = Gsym.open(ByteBuffer.wrap(Files.readAllBytes(file)));
        addresses = dsym.addresses(ADDRESSES, 1);
    }

    /** One address. */
    @Benchmark
    public Lookup lookUp() {
        next = (next + 1) & (ADDRESSES - 1);
        return gsym.lookupAddress(addresses[next]);
    }
}
