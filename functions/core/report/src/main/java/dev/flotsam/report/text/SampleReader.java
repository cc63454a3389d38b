package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.draft.Architecture;
import dev.flotsam.report.draft.ImageMap;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.json.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what sample(1), spindump(8) and the system's CPU, wakeups, disk-writes and hang reports print: a header, and
 * call graphs of which each thread's path of most samples is told. Of several processes the first is read. Safe for use
 * by several threads.
 */
public final class SampleReader {
    private static final String HEAVIEST = "Heaviest stack for the target process";

    /** Reads a text. */
    public ReadResult read(String text) {
        return read(text, new ReportDraft(Format.SAMPLE_TEXT));
    }

    /** Reads a text into a draft that may already hold facts of a header above it. */
    public ReadResult read(String text, ReportDraft draft) {
        draft.kind = Kind.SAMPLE;
        Pass pass = new Pass(new TextLines(text), draft);
        pass.read();
        return draft.hasFacts()
                ? new ReadResult.Parsed(draft.finish())
                : new ReadResult.Rejected("no-facts", "line " + pass.lines.number(), "a sample without a stack frame");
    }

    /** One text on its way into a draft. */
    private static final class Pass {
        private final TextLines lines;
        private final ReportDraft draft;
        private final HeaderFields fields;
        private final List<ThreadDraft> threads = new ArrayList<>();
        private CallGraph graph = new CallGraph();
        private boolean heaviest;
        private boolean inProcess;
        private int processes;

        Pass(TextLines lines, ReportDraft draft) {
            this.lines = lines;
            this.draft = draft;
            this.fields = new HeaderFields(draft);
        }

        void read() {
            while (lines.advance()) {
                if (processes <= 1 || !inProcess) {
                    line();
                }
                countProcess();
            }
            endThread();
            resolve();
        }

        private void countProcess() {
            if (lines.startsWith("Process:") && threads.size() > 0) {
                processes = Math.max(processes, 1) + 1;
                inProcess = true;
            }
        }

        private void line() {
            String text = lines.text();
            BinaryImage image = ImageLine.parse(text, lines.start(), lines.end());
            if (image != null) {
                draft.images.add(image);
                return;
            }
            if (lines.startsWith(HEAVIEST)) {
                thread(-1, HEAVIEST, "");
                heaviest = true;
                return;
            }
            if (title()) {
                return;
            }
            SampleLine line = SampleLine.parse(text, lines.start(), lines.end());
            if (line == null) {
                field();
            } else if (text.startsWith("Thread_", line.words())) {
                sampledThread(line);
            } else if (!threads.isEmpty() && !threads.getLast().seen) {
                graph.add(line);
            }
        }

        /** "  Thread 0x3ec    Thread name "AMCP"    1000 samples (1-1000)    priority 19" */
        private boolean title() {
            int at = FrameLine.skipBlanks(lines.text(), lines.start(), lines.end());
            if (!lines.text().startsWith("Thread 0x", at)) {
                return false;
            }
            String words = lines.text().substring(at, lines.end());
            int idEnd = FrameLine.skipHex(words, "Thread 0x".length(), words.length());
            thread(
                    FrameLine.hex(words, "Thread 0x".length(), idEnd),
                    quoted(words, "name \""),
                    quoted(words, "DispatchQueue \""));
            return true;
        }

        /** "2433 Thread_13078   DispatchQueue_1: com.apple.main-thread  (serial)" */
        private void sampledThread(SampleLine line) {
            String words = lines.text().substring(line.words(), line.end());
            int numberEnd = FrameLine.skipDigits(words, "Thread_".length(), words.length());
            long number = Numbers.integer(words.substring("Thread_".length(), numberEnd))
                    .orElse(threads.size());
            String rest = words.substring(numberEnd);
            int colon = rest.indexOf(':');
            boolean queued = colon > 0 && rest.contains("DispatchQueue_");
            String label = colon < 0
                    ? ""
                    : rest.substring(colon + 1)
                            .replace("(serial)", "")
                            .replace("(concurrent)", "")
                            .strip();
            thread(number, queued ? "" : label, queued ? label : "");
        }

        private static String quoted(String words, String before) {
            int at = words.indexOf(before);
            int end = at < 0 ? -1 : words.indexOf('"', at + before.length());
            return end < 0 ? "" : words.substring(at + before.length(), end);
        }

        private void thread(long number, String name, String queue) {
            endThread();
            ThreadDraft thread = new ThreadDraft(number);
            thread.name = name;
            thread.queue = queue;
            threads.add(thread);
            heaviest = false;
        }

        private void endThread() {
            if (!threads.isEmpty() && !graph.isEmpty()) {
                threads.getLast().frames.addAll(heaviest ? graph.all(lines.text()) : graph.path(lines.text()));
                threads.getLast().seen = true;
            }
            graph = new CallGraph();
        }

        private void field() {
            int colon = lines.text().indexOf(':', lines.start(), lines.end());
            boolean keyed = colon > lines.start() && Character.isLetter(lines.first());
            if (!threads.isEmpty() && lines.isBlank()) {
                endThread();
            }
            if (!keyed) {
                return;
            }
            String key = lines.text().substring(lines.start(), colon).strip();
            String value = lines.text().substring(colon + 1, lines.end()).strip();
            boolean header = threads.isEmpty();
            boolean taken = header && (special(key, value) || fields.take(key, value));
            if (!value.isEmpty() && !taken) {
                draft.keep(key, value);
            }
        }

        /** Keys that these reports spell otherwise than crash reports. */
        private boolean special(String key, String value) {
            switch (key) {
                case "Command" -> draft.processName = value;
                case "Architecture" -> draft.architecture = Architecture.ofWords(value);
                case "Hardware model", "Hardware Model" -> draft.model = value;
                case "PID" -> draft.pid = Numbers.integer(value).orElse(-1);
                case "Parent" -> draft.parent = value.replaceAll(" \\[\\d+]$", "");
                case "Event" -> {
                    draft.kind = kind(value);
                    draft.keep(key, value);
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static Kind kind(String event) {
            return switch (event) {
                case "hang", "unresponsive" -> Kind.HANG;
                case "cpu usage" -> Kind.CPU;
                case "wakeups" -> Kind.WAKEUPS;
                case "disk writes" -> Kind.DISK_WRITES;
                default -> Kind.SAMPLE;
            };
        }

        private void resolve() {
            fields.finish();
            if (processes > 1) {
                draft.keep("processes", Integer.toString(processes));
            }
            ImageMap images = new ImageMap(draft.images, draft.refinedArchitecture());
            boolean named = threads.stream().anyMatch(thread -> thread.name.equals(HEAVIEST));
            long number = 0;
            for (ThreadDraft thread : threads) {
                thread.crashed = named ? thread.name.equals(HEAVIEST) : number == 0;
                draft.threads.add(thread.resolve(images));
                number++;
            }
        }
    }
}
