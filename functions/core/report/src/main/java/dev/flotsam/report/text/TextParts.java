package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.draft.ImageMap;
import dev.flotsam.report.draft.ReportDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One text on its way into a draft. Every method that reads a part starts at the part's first line and leaves the
 * cursor on the first line behind it; it answers whether there is one.
 */
final class TextParts {
    private final TextLines lines;
    private final ReportDraft draft;
    private final HeaderFields fields;
    private final TextSections sections;
    private final List<ThreadDraft> threads = new ArrayList<>();
    private final Map<Long, ThreadDraft> byNumber = new HashMap<>();
    private final List<FrameLine> lastException = new ArrayList<>();
    /** Whose registers those of an "unknown thread" are. */
    private ThreadDraft unnamed;

    TextParts(TextLines lines, ReportDraft draft) {
        this.lines = lines;
        this.draft = draft;
        this.fields = new HeaderFields(draft);
        this.sections = new TextSections(lines, draft, fields);
    }

    void read() {
        boolean more = lines.advance();
        while (more) {
            more = part();
        }
        resolve();
    }

    private boolean part() {
        switch (lines.first()) {
            case 'T', 'U' -> {
                ThreadLine title = ThreadLine.parse(lines.text(), lines.start(), lines.end());
                return title == null ? sections.read() : thread(title);
            }
            case 'B' -> {
                return lines.startsWith("Binary Images") ? images() : sections.read();
            }
            case 'L', 'A' -> {
                boolean thrown = lines.startsWith("Last Exception Backtrace")
                        || lines.startsWith("Application Specific Backtrace");
                if (thrown && lastException.isEmpty()) {
                    return lastException();
                }
                return sections.read();
            }
            default -> {
                return sections.read();
            }
        }
    }

    private boolean lastException() {
        boolean more = lines.advance();
        while (more && !lines.isBlank() && !sections.startsPart()) {
            if (lines.first() == '(' || lines.startsWith("0x")) {
                bareAddresses();
            } else {
                frame(lastException, "Notes on the last exception");
            }
            more = lines.advance();
        }
        return more;
    }

    /** (0x18bb3ef48 0x18bb3e... ) */
    private void bareAddresses() {
        String text = lines.text();
        int at = text.indexOf("0x", lines.start(), lines.end());
        while (at >= 0) {
            int end = FrameLine.skipHex(text, at + 2, lines.end());
            lastException.add(new FrameLine("", FrameLine.hex(text, at + 2, end), -1, -1, "", -1, "", 0, false));
            at = text.indexOf("0x", end, lines.end());
        }
    }

    private boolean thread(ThreadLine title) {
        ThreadDraft thread = byNumber.computeIfAbsent(title.number(), ThreadDraft::new);
        return switch (title.role()) {
            case NAME -> {
                thread.label(title);
                yield lines.advance();
            }
            case STACK -> stack(title, thread.seen ? new ThreadDraft(title.number()) : thread);
            case REGISTERS -> registers(title, thread);
            case INSTRUCTIONS -> sections.section("Thread " + title.number() + " instruction stream");
        };
    }

    private boolean stack(ThreadLine title, ThreadDraft thread) {
        byNumber.put(title.number(), thread);
        threads.add(thread);
        thread.seen = true;
        thread.label(title);
        boolean more = lines.advance();
        while (more && !lines.isBlank() && !sections.startsPart()) {
            frame(thread.frames, "Notes on thread " + title.number());
            more = lines.advance();
        }
        return more;
    }

    private void frame(List<FrameLine> frames, String elsewhere) {
        FrameLine frame = FrameLine.parse(lines.text(), lines.start(), lines.end());
        if (frame == null) {
            draft.keep(elsewhere, lines.line().strip());
        } else {
            frames.add(frame);
        }
    }

    private boolean registers(ThreadLine title, ThreadDraft thread) {
        ThreadDraft owner = title.number() < 0 && !threads.isEmpty() ? crashedOrFirst() : thread;
        owner.crashed |= title.crashed();
        if (!owner.seen) {
            owner.seen = true;
            threads.add(owner);
        }
        boolean more = lines.advance();
        while (more && RegisterLine.read(lines.text(), lines.start(), lines.end(), owner.registers)) {
            more = lines.advance();
        }
        return more;
    }

    /** Looked for once: a text may name unknown threads a million times. */
    private ThreadDraft crashedOrFirst() {
        if (unnamed == null) {
            unnamed = threads.stream()
                    .filter(thread -> thread.crashed)
                    .findFirst()
                    .orElse(threads.getFirst());
        }
        return unnamed;
    }

    private boolean images() {
        boolean more = lines.advance();
        while (more && !lines.isBlank()) {
            BinaryImage image = ImageLine.parse(lines.text(), lines.start(), lines.end());
            if (image != null) {
                draft.images.add(image);
            } else if (sections.startsPart() || sections.isTitle()) {
                return true;
            } else {
                draft.keep("Notes on images", lines.line().strip());
            }
            more = lines.advance();
        }
        return more;
    }

    private void resolve() {
        fields.finish();
        ImageMap images = new ImageMap(draft.images, draft.refinedArchitecture());
        boolean blamed = threads.stream().anyMatch(thread -> thread.crashed);
        List<ReportThread> resolved = new ArrayList<>(threads.size());
        for (ThreadDraft thread : threads) {
            thread.crashed |= !blamed && thread.number == fields.blamedThread;
            resolved.add(thread.resolve(images));
        }
        if (!blamed && fields.blamedThread >= 0 && threads.stream().noneMatch(thread -> thread.crashed)) {
            draft.keep("Crashed Thread", Long.toString(fields.blamedThread));
        }
        draft.threads = resolved;
        draft.lastException = ThreadDraft.resolve(lastException, images);
    }
}
