package dev.flotsam.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A report that carries what must not get out, wherever its text may reach a message: reason, function, file, device.
 *
 * @param report to upload
 * @param secrets none of which may leave
 */
record Planted(String report, List<String> secrets) {
    /** What Slack would act on. */
    static final String MARKUP = "<!channel>";

    private static final String EMAIL = "jane.doe@example.com";
    private static final String USER = "janedoe";
    private static final String TOKEN = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    private static final String DEVICE = "00008110-001A2D3C0E38801E";
    private static final String DEVICE_KEY = "92fdc17bb3051841c89d5f3790f1faf61ba5f1a1";
    private static final String HOST = "192.168.178.21";
    private static final List<String> SECRETS = List.of(EMAIL, USER, TOKEN, DEVICE, DEVICE_KEY, HOST);

    /** Plants it all into the sample of a Swift trap, which then is a cluster of its own. */
    static Planted in(Path sample) throws IOException {
        String everything = "%s %s /Users/%s/Library token=%s device %s at %s"
                .formatted(MARKUP, EMAIL, USER, TOKEN, DEVICE, HOST)
                .replace("/", "\\/");
        Map<String, String> planted = Map.of(
                "com.example.lighthouse", "com.example.planted",
                "ECAE3B51-0DBF-34BC-A5F9-15841B4D0B6C", "ECAE3B51-0DBF-34BC-A5F9-15841B4D0B6D",
                "Index out of range", "Index out of range for " + everything,
                "LanternListModel.row(at:)", "LanternListModel.row(at: " + everything + ")",
                "\"iPhone15,4\"", "\"iPhone15,4 " + EMAIL + "\"",
                "\"LanternListModel.swift\"", "\"\\/Users\\/" + USER + "\\/LanternListModel.swift\"");
        String report = Files.readString(sample);
        assertThat(report).contains(planted.keySet()).contains(DEVICE_KEY);
        for (Map.Entry<String, String> each : planted.entrySet()) {
            report = report.replace(each.getKey(), each.getValue());
        }
        return new Planted(report, SECRETS);
    }
}
