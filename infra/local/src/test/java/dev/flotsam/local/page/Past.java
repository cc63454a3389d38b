package dev.flotsam.local.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Two weeks in the life of the made-up app: its sample reports as many incidents, days, devices and versions. */
final class Past {
    private static final int DAYS = 14;
    private static final Map<String, Integer> REPORTS = Map.of(
            "swift-trap.ips", 34, "nsexception.crash", 21, "sigsegv.crash", 12, "abort.ips", 9, "sigbus.crash", 4);
    private static final List<String> DEVICES = List.of("iPhone15,4", "iPhone14,7", "iPhone16,1", "iPad13,4");
    private static final LocalDate LAST_SAMPLE_DAY = LocalDate.of(2026, 3, 2);

    private Past() {}

    /** Content by object key. */
    static Map<String, byte[]> until(LocalDate today, Path samples) throws IOException {
        Random random = new Random(4);
        Map<String, byte[]> uploads = new TreeMap<>();
        for (Map.Entry<String, Integer> sample : new TreeMap<>(REPORTS).entrySet()) {
            String text = Files.readString(samples.resolve(sample.getKey()));
            for (int i = 0; i < sample.getValue(); i++) {
                LocalDate day = today.minusDays(random.nextInt(DAYS) * random.nextInt(DAYS) / DAYS);
                String report = incident(text, new UUID(random.nextLong(), random.nextLong()), day)
                        .replaceAll("iPhone15,4|iPhone14,7", DEVICES.get(random.nextInt(DEVICES.size())));
                uploads.put(
                        "crashes/past/" + i + "-" + sample.getKey(),
                        (random.nextInt(4) == 0 ? earlier(report) : report).getBytes(StandardCharsets.UTF_8));
            }
        }
        return uploads;
    }

    private static String incident(String text, UUID incident, LocalDate day) {
        String said = text.contains("\"incident_id\":\"")
                ? text.split("\"incident_id\":\"", 2)[1].substring(0, 36)
                : text.split("Incident Identifier: ", 2)[1].substring(0, 36);
        String installation = text.contains("\"crashReporterKey\" : \"")
                ? text.split("\"crashReporterKey\" : \"", 2)[1].substring(0, 40)
                : text.split("CrashReporter Key: {3}", 2)[1].substring(0, 40);
        String moved = text.replace(said, incident.toString().toUpperCase(java.util.Locale.ROOT))
                .replace(installation, incident.toString().replace("-", "") + "00000000");
        return moved.replace(
                        LAST_SAMPLE_DAY.minusDays(1).toString(),
                        day.minusDays(1).toString())
                .replace(LAST_SAMPLE_DAY.toString(), day.toString());
    }

    private static String earlier(String report) {
        return report.replace("5.2 (1042)", "5.1 (1019)")
                .replace("\"app_version\":\"5.2\"", "\"app_version\":\"5.1\"")
                .replace("\"CFBundleShortVersionString\" : \"5.2\"", "\"CFBundleShortVersionString\" : \"5.1\"");
    }
}
