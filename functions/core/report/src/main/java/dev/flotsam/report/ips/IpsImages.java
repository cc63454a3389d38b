package dev.flotsam.report.ips;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.draft.Uuids;
import dev.flotsam.report.json.JsonValue;
import dev.flotsam.report.json.Numbers;
import java.util.ArrayList;
import java.util.List;

/** usedImages[], and the frames that point into it by index and offset. */
final class IpsImages {
    private final List<BinaryImage> images = new ArrayList<>();

    IpsImages(JsonValue usedImages) {
        for (JsonValue image : usedImages.elements()) {
            images.add(image(image));
        }
    }

    List<BinaryImage> images() {
        return images;
    }

    private static BinaryImage image(JsonValue image) {
        String version = image.text("CFBundleShortVersionString");
        String build = image.text("CFBundleVersion");
        String path = image.text("path");
        String name = image.text("name");
        return new BinaryImage(
                name.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : name,
                Uuids.ofImage(image.text("uuid")),
                image.text("arch"),
                image.integer("base").orElse(0),
                image.integer("size").orElse(0),
                path,
                build.isEmpty() || build.equals(version)
                        ? version
                        : version.isEmpty() ? build : version + " (" + build + ")");
    }

    List<Frame> frames(JsonValue frames) {
        List<Frame> out = new ArrayList<>(frames.size());
        for (JsonValue frame : frames.elements()) {
            out.add(frame(frame));
        }
        return out;
    }

    /** An image without name, size and base stands for "no image": the offset is the address. */
    private Frame frame(JsonValue frame) {
        long index = frame.integer("imageIndex").orElse(-1);
        boolean inRange = index >= 0 && index < images.size();
        BinaryImage image = inRange ? images.get((int) index) : null;
        boolean unplaced = image == null || (image.base() == 0 && image.size() == 0);
        boolean absolute = unplaced && (image == null || image.uuid().isEmpty());
        long offset = frame.integer("imageOffset").orElse(-1);
        long address = absolute ? Math.max(0, offset) : unplaced ? 0 : image.base() + Math.max(0, offset);
        String symbol = frame.text("symbol");
        long symbolOffset = frame.integer("symbolLocation").orElse(-1);
        int plus = symbol.lastIndexOf(" + ");
        if (symbolOffset < 0 && plus > 0) {
            symbolOffset = Numbers.integer(symbol.substring(plus + 3)).orElse(-1);
            symbol = symbolOffset < 0 ? symbol : symbol.substring(0, plus);
        }
        return new Frame(
                absolute ? -1 : (int) index,
                image == null || image.name().equals("???") ? "" : image.name(),
                address,
                absolute ? -1 : offset,
                symbol,
                symbolOffset,
                frame.text("sourceFile"),
                Math.clamp(frame.integer("sourceLine").orElse(0), 0, Integer.MAX_VALUE),
                frame.truth("inline").orElse(false));
    }
}
