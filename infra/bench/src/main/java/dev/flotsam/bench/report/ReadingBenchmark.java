package dev.flotsam.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flotsam.report.ReportReader;
import dev.flotsam.report.UploadedReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Megabytes a second on one core, bytes in to report out, beside jackson-databind's tree of the same .ips files (which
 * stops where our reading starts: at a tree). Run with {@code -prof gc} for bytes allocated per report.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(1)
@State(Scope.Thread)
public class ReadingBenchmark {
    private final ReportReader reader = new ReportReader();
    private final JsonMapper mapper = new JsonMapper();

    /** Counts what was read; JMH prints megabytes (10^6 bytes) a second beside the reports a second. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Read {
        public double megabytes;

        /** Counts anew. */
        @Setup(Level.Iteration)
        public void reset() {
            megabytes = 0;
        }
    }

    /** .ips crashes in turn. */
    @State(Scope.Thread)
    public static class Ips extends Turn {
        public Ips() {
            super(Samples.of("ips_crash", ".ips"));
        }
    }

    /** .crash texts in turn. */
    @State(Scope.Thread)
    public static class Text extends Turn {
        public Text() {
            super(Samples.of("crash_text", ".crash"));
        }
    }

    /** KSCrash reports in turn. */
    @State(Scope.Thread)
    public static class KsCrash extends Turn {
        public KsCrash() {
            super(Samples.of("kscrash", ".json"));
        }
    }

    /** Samples, one after the other. */
    public abstract static class Turn {
        private final List<byte[]> samples;
        private int next;

        Turn(List<byte[]> samples) {
            this.samples = samples;
        }

        byte[] next(Read read) {
            next = (next + 1) % samples.size();
            byte[] sample = samples.get(next);
            read.megabytes += sample.length / 1e6;
            return sample;
        }
    }

    /** Our reader on .ips. */
    @Benchmark
    public List<UploadedReport> ips(Ips samples, Read read) {
        return reader.read(samples.next(read));
    }

    /** jackson-databind's tree on the same .ips. */
    @Benchmark
    public List<JsonNode> ipsDatabindTree(Ips samples, Read read) throws IOException {
        return tree(samples.next(read));
    }

    /** Our reader on .crash. */
    @Benchmark
    public List<UploadedReport> text(Text samples, Read read) {
        return reader.read(samples.next(read));
    }

    /** Our reader on KSCrash JSON. */
    @Benchmark
    public List<UploadedReport> kscrash(KsCrash samples, Read read) {
        return reader.read(samples.next(read));
    }

    /** Header and body are two documents. */
    private List<JsonNode> tree(byte[] bytes) throws IOException {
        List<JsonNode> documents = new ArrayList<>(2);
        try (MappingIterator<JsonNode> values = mapper.readerFor(JsonNode.class).readValues(bytes)) {
            while (values.hasNextValue()) {
                documents.add(values.nextValue());
            }
        }
        return documents;
    }
}
