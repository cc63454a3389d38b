package dev.flotsam.symbols.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.LlvmTools;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.gsym.Gsym;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Asks llvm-symbolizer and llvm-gsymutil what they think of every address of every dSYM here. */
@TestInstance(Lifecycle.PER_CLASS)
class LlvmDifferenceTest {
    private static final int DEEP = 3;

    private Path scratch;
    private List<TestImage> images;

    @BeforeAll
    void indexEverything(@TempDir Path directory) throws IOException {
        scratch = directory;
        Assumptions.assumeTrue(LlvmTools.installed(), "llvm-19 is not installed: apt-get install llvm-19");
        images = TestImage.all(scratch);
    }

    @Test
    void everyAddressIsAnsweredAsLlvmSymbolizerAnswersIt() throws IOException {
        Tally tally = new Tally();
        for (TestImage image : images) {
            List<String> expected = LlvmTools.symbolize(
                    image.dsym(), image.id().arch(), image.addresses().all(), scratch);
            Gsym gsym = image.gsym();
            for (int i = 0; i < expected.size(); i++) {
                long address = image.addresses().all().get(i);
                tally.compare(image, address, expected.get(i), gsym.lookupAddress(address));
            }
        }
        System.out.println("llvm-symbolizer: " + tally);
        assertThat(tally.differences).isEmpty();
        assertThat(tally.deep).as("addresses three calls deep or deeper").isPositive();
        assertThat(tally.crossUnit).as("addresses named in another unit").isPositive();
        assertThat(tally.severalRanges)
                .as("addresses of functions in several pieces")
                .isPositive();
    }

    @Test
    void llvmGsymutilFindsInOurFilesWhatWeFind() throws IOException {
        List<String> differences = new ArrayList<>();
        long compared = 0;
        for (TestImage image : images) {
            compared += compareReaders(image, image.gsymFile(), differences);
        }
        System.out.println("llvm-gsymutil on our files: " + compared + " addresses");
        assertThat(differences).isEmpty();
        assertThat(compared).isPositive();
    }

    @Test
    void weFindInLlvmGsymutilsFilesWhatItFinds() throws IOException {
        List<String> differences = new ArrayList<>();
        long compared = 0;
        long ours = 0;
        long theirs = 0;
        for (TestImage image : images) {
            Path converted = scratch.resolve("llvm.gsym");
            Files.deleteIfExists(converted);
            LlvmTools.convert(image.dsym(), image.id().arch(), converted, scratch);
            compared += compareReaders(image, converted, differences);
            ours += Files.size(image.gsymFile());
            theirs += Files.size(converted);
        }
        System.out.println("llvm-gsymutil's files: " + compared + " addresses; sizes ours " + ours + ", its " + theirs);
        assertThat(differences).isEmpty();
        assertThat(compared).isPositive();
    }

    private long compareReaders(TestImage image, Path gsymFile, List<String> differences) throws IOException {
        List<Long> addresses = image.addresses().all();
        List<String> expected = LlvmTools.lookUp(gsymFile, addresses, scratch);
        Gsym gsym = Gsym.open(ByteBuffer.wrap(Files.readAllBytes(gsymFile)));
        for (int i = 0; i < addresses.size(); i++) {
            String ours = LlvmTools.showAsGsym(gsym.lookupAddress(addresses.get(i)));
            if (!ours.equals(expected.get(i))) {
                differences.add(difference(image, addresses.get(i), expected.get(i), ours));
            }
        }
        return addresses.size();
    }

    private static String difference(TestImage image, long address, String theirs, String ours) {
        return image + " 0x" + Long.toHexString(address) + "\n  llvm " + theirs + "\n  ours " + ours;
    }

    /** Counts, and tells real differences from the one we chose. */
    private static final class Tally {
        private final List<String> differences = new ArrayList<>();
        private long addresses;
        private long deep;
        private long crossUnit;
        private long severalRanges;
        private long placeholders;

        void compare(TestImage image, long address, String theirs, Lookup lookup) {
            addresses++;
            deep += lookup.frames().size() >= DEEP ? 1 : 0;
            crossUnit += image.addresses().crossUnit().contains(address) ? 1 : 0;
            severalRanges += image.addresses().severalRanges().contains(address) ? 1 : 0;
            String ours = LlvmTools.show(lookup);
            if (ours.equals(theirs)) {
                return;
            }
            if (isPlaceholderOnly(theirs, ours)) {
                placeholders++;
            } else {
                differences.add(difference(image, address, theirs, ours));
            }
        }

        /** The one exception: LLVM lets a bitcode placeholder of the symbol table win over DWARF's name, we don't. */
        private static boolean isPlaceholderOnly(String theirs, String ours) {
            int outermostTheirs = theirs.lastIndexOf(';', theirs.length() - 2) + 1;
            int outermostOurs = ours.lastIndexOf(';', ours.length() - 2) + 1;
            int nameEndTheirs = theirs.indexOf('|', outermostTheirs);
            int nameEndOurs = ours.indexOf('|', outermostOurs);
            return Frame.isPlaceholder(theirs.substring(outermostTheirs, nameEndTheirs))
                    && theirs.substring(0, outermostTheirs).equals(ours.substring(0, outermostOurs))
                    && theirs.substring(nameEndTheirs).equals(ours.substring(nameEndOurs));
        }

        @Override
        public String toString() {
            return addresses + " addresses, " + deep + " of them inlined " + DEEP + " deep or deeper, " + crossUnit
                    + " named in another unit, " + severalRanges + " in functions of several ranges, " + placeholders
                    + " where a placeholder yields to DWARF, " + differences.size() + " differences";
        }
    }

    /** The exception by address: the symbol table says {@code __hidden#1_} here, DWARF another name. */
    @Test
    void aPlaceholderSymbolYieldsToTheDwarfName() throws IOException {
        Path dsym = TestDsyms.corpus().stream()
                .filter(file -> file.toString().endsWith("libswiftDarwin.dylib"))
                .findFirst()
                .orElseGet(() -> Assumptions.abort("no corpus beside the repository"));
        TestImage image = images.stream()
                .filter(candidate -> candidate.dsym().equals(dsym))
                .findFirst()
                .orElseThrow();
        long address = 0x46d0;

        String llvm = LlvmTools.symbolize(dsym, image.id().arch(), List.of(address), scratch)
                .getFirst();

        assertThat(llvm).startsWith("_hidden#1_|");
        assertThat(image.gsym().lookupAddress(address).frames().getLast().linkageName())
                .isEqualTo("__hidden#81_");
    }
}
