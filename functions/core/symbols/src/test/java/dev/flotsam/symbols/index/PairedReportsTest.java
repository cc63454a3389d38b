package dev.flotsam.symbols.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.LlvmTools;
import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.gsym.Gsym;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes every frame of the corpus' reports that lies in an image whose dSYM is there too. */
class PairedReportsTest {
    private static final Pattern FLAT_OBJECT = Pattern.compile("\\{[^{}]*}");
    private static final Pattern TEXT_FRAME = Pattern.compile("0x[0-9a-f]{16} 0x([0-9a-f]+) \\+ (\\d+)");
    private static final Pattern TEXT_IMAGE = Pattern.compile("0x([0-9a-f]+) - +0x[0-9a-f]+ .*<([0-9A-Fa-f-]{32,36})>");

    @TempDir
    private Path scratch;

    @Test
    void everyAppFrameResolvesAsLlvmSymbolizerResolvesIt() throws IOException {
        Path corpus = TestDsyms.corpusFolder().orElseGet(() -> Assumptions.abort("no corpus beside the repository"));
        Assumptions.assumeTrue(LlvmTools.installed(), "llvm-19 is not installed: apt-get install llvm-19");
        Map<String, Set<Long>> offsets = offsetsByDsym(corpus);
        long frames = 0;
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, Set<Long>> pair : offsets.entrySet()) {
            String[] key = pair.getKey().split("\t", -1);
            Path dsym = corpus.resolve(key[0]);
            UUID uuid = ImageId.parseUuid(key[1]).orElseThrow();
            Optional<TestImage> indexed = TestImage.of(dsym, uuid, scratch);
            if (indexed.isEmpty()) {
                // Of the paired dSYMs only a library of forwarded symbols has no functions.
                continue;
            }
            TestImage image = indexed.get();
            Gsym gsym = image.gsym();
            List<Long> addresses = pair.getValue().stream()
                    .map(offset -> offset + gsym.baseAddress())
                    .toList();
            List<String> expected = LlvmTools.symbolize(dsym, image.id().arch(), addresses, scratch);
            for (int i = 0; i < addresses.size(); i++) {
                frames++;
                String ours = LlvmTools.show(gsym.lookupAddress(addresses.get(i)));
                if (!ours.equals(expected.get(i))) {
                    differences.add(key[0] + " 0x" + Long.toHexString(addresses.get(i)) + "\n  llvm " + expected.get(i)
                            + "\n  ours " + ours);
                }
            }
        }
        System.out.println(
                "paired reports: " + frames + " different addresses, " + differences.size() + " differences");
        assertThat(differences).isEmpty();
        assertThat(frames).isPositive();
    }

    /** Per dSYM and UUID: what frames hold, and one less, as return addresses are looked up. */
    private static Map<String, Set<Long>> offsetsByDsym(Path corpus) throws IOException {
        Map<String, Set<Long>> offsets = new TreeMap<>();
        List<String> rows = Files.readAllLines(corpus.resolve("PAIRS.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            Set<Long> into = offsets.computeIfAbsent(cells[1] + "\t" + cells[3], ignored -> new TreeSet<>());
            UUID uuid = ImageId.parseUuid(cells[3]).orElseThrow();
            String report = Files.readString(corpus.resolve(cells[5]));
            for (long offset : report.startsWith("{") ? jsonOffsets(report, uuid) : textOffsets(report, uuid)) {
                into.add(offset);
                into.add(Math.max(offset - 1, 0));
            }
        }
        return offsets;
    }

    private static List<Long> jsonOffsets(String report, UUID uuid) {
        List<String> objects = FLAT_OBJECT
                .matcher(report)
                .results()
                .map(found -> found.group())
                .toList();
        List<Long> offsets = new ArrayList<>();
        for (String image : objects) {
            if (field(image, "uuid").flatMap(ImageId::parseUuid).equals(Optional.of(uuid))) {
                String base = field(image, "image_addr").orElseThrow();
                for (String frame : objects) {
                    field(frame, "instruction_addr")
                            .filter(pc -> field(frame, "image_addr").equals(Optional.of(base)))
                            .ifPresent(pc -> offsets.add(Long.decode(pc) - Long.decode(base)));
                }
            }
        }
        return offsets;
    }

    private static Optional<String> field(String object, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\\s*\"([^\"]*)\"").matcher(object);
        return field.find() ? Optional.of(field.group(1)) : Optional.empty();
    }

    private static List<Long> textOffsets(String report, UUID uuid) {
        List<Long> offsets = new ArrayList<>();
        for (Matcher image = TEXT_IMAGE.matcher(report); image.find(); ) {
            if (ImageId.parseUuid(image.group(2)).equals(Optional.of(uuid))) {
                for (Matcher frame = TEXT_FRAME.matcher(report); frame.find(); ) {
                    if (frame.group(1).equals(image.group(1))) {
                        offsets.add(Long.parseLong(frame.group(2)));
                    }
                }
            }
        }
        return offsets;
    }
}
