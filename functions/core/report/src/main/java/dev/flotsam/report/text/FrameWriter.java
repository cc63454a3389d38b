package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.draft.ImageMap;
import java.util.List;

/** Writes the lines of a backtrace. */
final class FrameWriter {
    private static final int IMAGE_WIDTH = 30;

    private final StringBuilder out;
    private final List<BinaryImage> images;
    private final ImageMap map;
    private final FrameNames names;

    FrameWriter(StringBuilder out, List<BinaryImage> images, String architecture, FrameNames names) {
        this.out = out;
        this.images = images;
        this.map = new ImageMap(images, architecture);
        this.names = names;
    }

    void write(List<Frame> frames) {
        int index = 0;
        for (Frame frame : frames) {
            List<FrameNames.FrameName> known = names.at(frame);
            for (int i = 0; i < known.size(); i++) {
                start(index++, frame);
                boolean inlined = i < known.size() - 1;
                FrameNames.FrameName name = known.get(i);
                symbol(name.function(), name.offset());
                source(name.file(), name.line());
                out.append(inlined ? " [inlined]\n" : "\n");
            }
            if (known.isEmpty()) {
                start(index++, frame);
                reported(frame);
            }
        }
    }

    private void start(int index, Frame frame) {
        String number = Integer.toString(index);
        String image = imageName(frame);
        out.append(number).repeat(' ', Math.max(1, 4 - number.length()));
        out.append(image).repeat(' ', Math.max(1, IMAGE_WIDTH - image.length() + 2));
        TextHex.append(out, frame.address(), 16).append(' ');
    }

    private String imageName(Frame frame) {
        return frame.imageName().isEmpty() ? "???" : AppleTextWriter.line(frame.imageName());
    }

    private void reported(Frame frame) {
        String name = frame.symbol().isEmpty() ? "" : names.readable(frame.symbol());
        boolean placed = frame.image() >= 0 && map.holding(frame.address()) == frame.image();
        boolean named = !frame.symbol().isEmpty() || frame.symbolOffset() >= 0;
        if (placed && named) {
            symbol(name, frame.symbolOffset());
        } else if (frame.offset() >= 0) {
            long load = frame.image() >= 0 ? images.get(frame.image()).base() : frame.address() - frame.offset();
            TextHex.append(out, load, 1).append(" + ").append(frame.offset());
            if (named) {
                out.append(" (");
                symbol(name, frame.symbolOffset());
                out.append(')');
            }
        } else {
            symbol(name, frame.symbolOffset());
        }
        source(frame.file(), frame.line());
        out.append(frame.inlined() ? " [inlined]\n" : "\n");
    }

    private void symbol(String symbol, long offset) {
        out.append(symbol.isEmpty() ? "???" : AppleTextWriter.line(symbol));
        if (offset >= 0) {
            out.append(" + ").append(offset);
        }
    }

    private void source(String file, int line) {
        if (!file.isEmpty()) {
            out.append(" (")
                    .append(AppleTextWriter.line(file))
                    .append(':')
                    .append(line)
                    .append(')');
        }
    }
}
