package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.draft.ImageMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A thread whose parts are still being found: the text has its name, stack and registers in three places. */
final class ThreadDraft {
    final long number;
    String name = "";
    String queue = "";
    boolean crashed;
    /** A stack was begun; a name alone makes no thread. */
    boolean seen;

    final List<FrameLine> frames = new ArrayList<>();
    final Map<String, Long> registers = new LinkedHashMap<>();

    ThreadDraft(long number) {
        this.number = number;
    }

    void label(ThreadLine title) {
        name = title.name().isEmpty() ? name : title.name();
        queue = title.queue().isEmpty() ? queue : title.queue();
        crashed |= title.crashed();
    }

    ReportThread resolve(ImageMap images) {
        return new ReportThread(number, name, queue, crashed, resolve(frames, images), registers);
    }

    static List<Frame> resolve(List<FrameLine> lines, ImageMap images) {
        List<Frame> frames = new ArrayList<>(lines.size());
        for (FrameLine line : lines) {
            frames.add(line.resolve(images));
        }
        return frames;
    }
}
