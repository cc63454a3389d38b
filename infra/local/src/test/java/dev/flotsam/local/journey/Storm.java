package dev.flotsam.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reports of one made-up app: many incidents of some crashes that differ in one function, and repeats of some of them.
 *
 * @param uploads in the order in which they come, repeats among them
 * @param truth reports per function
 */
record Storm(List<Upload> uploads, Map<String, Long> truth) {
    static final String APP = "com.example.storm";

    private static final String METHOD = ".moor(ship:)";
    private static final String SAMPLE_APP = "com.example.lighthouse";
    private static final String SAMPLE_FUNCTION = "TideModel.solve(harmonics:)";
    private static final String SAMPLE_INCIDENT = "D33A6960-937D-30A7-ABB4-EFD2EBAA40B2";

    /**
     * {@code reports} incidents of about {@code crashes} functions, new ones all the time, and {@code repeats} of them a
     * second time.
     */
    static Storm of(Path sample, int reports, int repeats, int crashes, Random random) throws IOException {
        String text = Files.readString(sample);
        List<Upload> uploads = new ArrayList<>();
        Map<String, Long> truth = new TreeMap<>();
        for (int i = 0; i < reports; i++) {
            String function = "Harbour" + random.nextInt(1 + i * crashes / reports) + METHOD;
            String content = text.replace(SAMPLE_APP, APP)
                    .replace(SAMPLE_FUNCTION, function)
                    .replace(SAMPLE_INCIDENT, new UUID(random.nextLong(), i).toString());
            uploads.add(new Upload("crashes/storm/" + i + ".ips", content.getBytes(StandardCharsets.UTF_8)));
            truth.merge(function, 1L, Long::sum);
        }
        for (int i = 0; i < repeats; i++) {
            int first = random.nextInt(uploads.size());
            Upload again = new Upload(
                    "crashes/storm/again-" + i + ".ips", uploads.get(first).content());
            uploads.add(first + random.nextInt(uploads.size() - first) + 1, again);
        }
        return new Storm(List.copyOf(uploads), truth);
    }

    /** The uploads in as many waves, one after the other. */
    List<List<Upload>> waves(int count) {
        List<List<Upload>> waves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waves.add(uploads.subList(uploads.size() * i / count, uploads.size() * (i + 1) / count));
        }
        return waves;
    }

    /** Which of the functions a cluster's title names; the title itself if it names none. */
    static String functionIn(String title) {
        int from = title.indexOf("Harbour");
        return from < 0 ? title : title.substring(from, title.indexOf('.', from)) + METHOD;
    }

    /** Reports per function that stands in a cluster's title. */
    static Map<String, Long> counts(Collection<JsonNode> clusters) {
        Map<String, Long> counts = new TreeMap<>();
        clusters.forEach(cluster -> counts.merge(
                functionIn(cluster.at("/title").asText()), cluster.at("/count").asLong(), Long::sum));
        return counts;
    }

    long total() {
        return truth.values().stream().mapToLong(Long::longValue).sum();
    }

    /** An object to put. */
    static final class Upload {
        private final String key;
        private final byte[] content;

        Upload(String key, byte[] content) {
            this.key = key;
            this.content = content;
        }

        String key() {
            return key;
        }

        byte[] content() {
            return content;
        }
    }
}
