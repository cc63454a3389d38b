package dev.flotsam.report.metrickit;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.draft.Uuids;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Images as frames tell of them: MetricKit lists none, but every frame names its binary and where it lies in it. */
final class MetricKitImages {
    /** Where an offset starts to be more likely a load address: no text segment is as large. */
    private static final long LEAST_LOAD_ADDRESS = 16L << 20;

    private final String architecture;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<BinaryImage> images = new ArrayList<>();

    MetricKitImages(JsonValue binaryInfo, String architecture) {
        this.architecture = architecture;
        info(binaryInfo);
    }

    /** iOS 27: an object by UUID, or its keys and values by turns in an array. */
    private void info(JsonValue binaryInfo) {
        for (JsonMember member : binaryInfo.members()) {
            name(member.key(), member.value());
        }
        String key = "";
        for (JsonValue element : binaryInfo.elements()) {
            if (element instanceof JsonText) {
                key = element.text();
            } else {
                name(element.text("uuid").isEmpty() ? key : element.text("uuid"), element);
            }
        }
    }

    private void name(String uuid, JsonValue info) {
        names.put(Uuids.ofImage(uuid), info.firstOf("name", "binaryName").text());
    }

    List<BinaryImage> images() {
        return images;
    }

    Frame frame(JsonValue frame) {
        String uuid = Uuids.ofImage(frame.firstOf("binaryUUID", "uuid").text());
        String said = frame.text("binaryName");
        String name = said.isEmpty() ? names.getOrDefault(uuid, "") : said;
        long address = frame.integer("address").orElse(0);
        long offset = offset(
                frame.firstOf("offsetIntoBinaryTextSegment", "offsetAddress")
                        .integer()
                        .orElse(-1),
                address);
        int image = uuid.isEmpty() ? -1 : index(uuid, name, offset < 0 || address == 0 ? 0 : address - offset);
        return new Frame(image, name, address, offset, frame.text("symbolName"), -1, "", 0, false);
    }

    /**
     * Bytes from the start of the text segment. iOS 14 wrote the image's load address there: it lies closely below the
     * address, where a real offset is far smaller than what is left of the address without it.
     */
    static long offset(long written, long address) {
        boolean isLoadAddress = written >= LEAST_LOAD_ADDRESS && address >= written && address - written < written;
        return isLoadAddress ? address - written : written;
    }

    private int index(String uuid, String name, long base) {
        Integer known = indexes.get(uuid);
        if (known != null) {
            return known;
        }
        indexes.put(uuid, images.size());
        images.add(new BinaryImage(name, uuid, architecture, base, 0, "", ""));
        return images.size() - 1;
    }
}
