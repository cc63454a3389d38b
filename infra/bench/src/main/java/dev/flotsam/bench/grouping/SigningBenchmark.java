package dev.flotsam.bench.grouping;

import dev.flotsam.signature.Ruleset;
import dev.flotsam.signature.SignedStack;
import dev.flotsam.signature.Signer;
import dev.flotsam.signature.similarity.InMemoryStacks;
import dev.flotsam.signature.similarity.SearchBounds;
import dev.flotsam.signature.similarity.SimilarCluster;
import dev.flotsam.signature.similarity.SimilarClusters;
import dev.flotsam.symbols.demangle.Demangler;
import dev.flotsam.symbols.demangle.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one signature, and of one look-up of similar clusters among many. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SigningBenchmark {
    private static final long SEED = 7;

    /** Stacks to sign, in turn. */
    @State(Scope.Thread)
    public static class Stacks {
        private final Signer signer = new Signer(Ruleset.builtIn(), name -> Demangler.demangle(name, Style.SIMPLIFIED));
        private final List<LabelledStack> stacks = SyntheticCrashes.of(SEED);
        private int next;

        private LabelledStack next() {
            next = (next + 1) % stacks.size();
            return stacks.get(next);
        }
    }

    /** Clusters of made-up stacks whose functions are shared as unevenly as real ones. */
    @State(Scope.Benchmark)
    public static class Memory {
        @Param({"1000", "10000", "100000"})
        private int clusters;

        private final InMemoryStacks stacks = new InMemoryStacks();
        private final List<List<String>> asked = new ArrayList<>();
        private int next;

        /** Remembers three stacks of each cluster. */
        @Setup
        public void remember() {
            Random random = new Random(SEED);
            for (int cluster = 0; cluster < clusters; cluster++) {
                List<String> frames = frames(random);
                for (int example = 0; example < 3; example++) {
                    List<String> variant = new ArrayList<>(frames);
                    variant.set(random.nextInt(variant.size()), "variant" + random.nextInt(1000));
                    stacks.remember("c" + cluster, variant, SearchBounds.DEFAULT.examples());
                }
                if (cluster % (clusters / 500) == 0) {
                    asked.add(frames);
                }
            }
        }

        private List<String> frames(Random random) {
            List<String> frames = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                double rank = random.nextDouble();
                frames.add("function" + (int) (clusters * rank * rank * rank));
            }
            return frames;
        }

        private List<String> next() {
            next = (next + 1) % asked.size();
            return asked.get(next);
        }
    }

    /** One signature with its explanation. */
    @Benchmark
    public SignedStack sign(Stacks stacks) {
        return stacks.signer.sign(stacks.next().stack());
    }

    /** The five clusters most like a stack. */
    @Benchmark
    public List<SimilarCluster> similar(Memory memory) {
        return new SimilarClusters(memory.stacks, SearchBounds.DEFAULT).like(memory.next(), 5);
    }
}
