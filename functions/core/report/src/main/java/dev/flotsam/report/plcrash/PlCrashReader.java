package dev.flotsam.report.plcrash;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.darwin.MachException;
import dev.flotsam.report.draft.Architecture;
import dev.flotsam.report.draft.ImageMap;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.draft.Uuids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads PLCrashReporter reports. Safe for use by several threads. */
public final class PlCrashReader {
    private static final byte[] MAGIC = "plcrash".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + 1;
    private static final long LATEST_SECOND = 253_402_300_799L;

    /** Whether bytes start with the magic. */
    public static boolean sniff(byte[] content) {
        return content.length >= MAGIC.length && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Reads a report; what is cut keeps the parts before the cut. */
    public ReadResult read(byte[] content) {
        if (content.length < HEADER || content[HEADER - 1] != 1) {
            String version = content.length < HEADER ? "none" : Integer.toString(content[HEADER - 1]);
            return new ReadResult.Rejected(
                    "unknown-version",
                    "byte " + MAGIC.length,
                    "a PLCrashReporter file of version " + version + ", not 1");
        }
        Message report = Message.parse(content, HEADER, content.length);
        ReportDraft draft = new ReportDraft(Format.PLCRASH);
        system(report.message(1), draft);
        app(report.message(2), report.message(7), draft);
        machine(report.message(8), draft);
        Message info = report.message(9);
        draft.incidentId = Uuids.ofIncident(HexFormat.of().formatHex(info.raw(2)));
        draft.kind = info.number(1, 0) == 1 ? Kind.USER_REPORTED : Kind.CRASH;
        for (Message image : report.messages(4)) {
            draft.images.add(image(image));
        }
        ImageMap images = new ImageMap(draft.images, draft.refinedArchitecture());
        for (Message thread : report.messages(3)) {
            draft.threads.add(thread(thread, images, draft.threads.size()));
        }
        Message exception = report.message(5);
        draft.exceptionName = exception.text(1);
        draft.exceptionReason = exception.text(2);
        draft.lastException = frames(exception.messages(3), images);
        signal(report.message(6), draft);
        if (report.has(10)) {
            draft.keep("custom_data", printable(report.raw(10)));
        }
        report.damage().ifPresent(damage -> draft.keep("damage", "cut-short at " + damage));
        if (draft.hasFacts()) {
            return new ReadResult.Parsed(draft.finish());
        }
        return report.damage()
                .map(damage -> new ReadResult.Rejected("cut-short", damage.split(":", 2)[0], damage))
                .orElseGet(() -> new ReadResult.Rejected(
                        "no-facts", "byte " + HEADER, "a report without an exception, a signal or a stack frame"));
    }

    /** SystemInfo: operating_system, os_version, architecture, timestamp, os_build. */
    private static void system(Message system, ReportDraft draft) {
        String name =
                switch ((int) system.number(1, -1)) {
                    case 0 -> "macOS";
                    case 1, 2 -> "iOS";
                    case 4, 5 -> "tvOS";
                    default -> "";
                };
        draft.simulator = system.number(1, -1) == 2 || system.number(1, -1) == 5;
        draft.os = new Os(name, system.text(2), system.text(5));
        draft.captured = seconds(system.number(4, 0));
        draft.architecture = switch ((int) system.number(3, -1)) {
            case 0 -> "i386";
            case 1 -> "x86_64";
            case 2 -> "armv6";
            case 3 -> "ppc";
            case 4 -> "ppc64";
            case 5 -> "armv7";
            default -> "";
        };
    }

    /** ApplicationInfo: identifier, version, marketing_version. ProcessInfo: name, id, path, parent, …, native, start. */
    private static void app(Message app, Message process, ReportDraft draft) {
        draft.appId = app.text(1);
        draft.appVersion = app.text(3).isEmpty() ? app.text(2) : app.text(3);
        draft.appBuild = app.text(3).isEmpty() ? "" : app.text(2);
        draft.processName = process.text(1);
        draft.pid = process.number(2, -1);
        draft.path = process.text(3);
        draft.parent = process.text(4);
        draft.translated = process.number(6, 1) == 0;
        draft.launched = seconds(process.number(7, 0));
    }

    /** MachineInfo: model, processor{encoding, type, subtype}. */
    private static void machine(Message machine, ReportDraft draft) {
        draft.model = machine.text(1);
        Message processor = machine.message(2);
        String exact = Architecture.ofCpu(processor.number(2, 0), processor.number(3, 0));
        if (draft.architecture.isEmpty()) {
            draft.architecture = exact;
        }
    }

    private static BinaryImage image(Message image) {
        Message code = image.message(5);
        String path = image.text(3);
        return new BinaryImage(
                path.substring(path.lastIndexOf('/') + 1),
                Uuids.ofImage(HexFormat.of().formatHex(image.raw(4))),
                Architecture.ofCpu(code.number(2, 0), code.number(3, 0)),
                image.number(1, 0),
                Math.max(0, image.number(2, 0)),
                path,
                "");
    }

    private static ReportThread thread(Message thread, ImageMap images, long index) {
        Map<String, Long> registers = new HashMap<>();
        for (Message register : thread.messages(4)) {
            registers.put(register.text(1), register.number(2, 0));
        }
        return new ReportThread(
                thread.number(1, index),
                "",
                "",
                thread.number(3, 0) == 1,
                frames(thread.messages(2), images),
                registers);
    }

    /** StackFrame: pc, symbol{name, start_address}. */
    private static List<Frame> frames(List<Message> messages, ImageMap images) {
        List<Frame> frames = new ArrayList<>();
        for (Message frame : messages) {
            Message symbol = frame.message(6);
            long pc = frame.number(3, 0);
            long start = symbol.number(2, 0);
            long offset = start == 0 ? -1 : images.strip(pc) - start;
            frames.add(images.frame(pc, "", Optional.empty(), symbol.text(1), offset, "", 0, false));
        }
        return frames;
    }

    /** Signal: name, code, address, mach_exception{type, codes}. */
    private static void signal(Message signal, ReportDraft draft) {
        draft.signal = signal.text(1);
        if (signal.has(2) || signal.has(3)) {
            draft.codes = signal.text(2) + " at 0x" + Long.toHexString(signal.number(3, 0));
        }
        Message mach = signal.message(4);
        draft.exceptionType = MachException.name(mach.number(1, 0));
        List<Long> codes = mach.numbers(2);
        if (draft.exceptionType.equals("EXC_BAD_ACCESS") && codes.size() >= 2) {
            draft.subtype = MachException.badAccessCode(codes.get(0)) + " at 0x" + Long.toHexString(codes.get(1));
        }
    }

    private static Optional<Instant> seconds(long value) {
        return value > 0 && value <= LATEST_SECOND ? Optional.of(Instant.ofEpochSecond(value)) : Optional.empty();
    }

    private static String printable(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 && text.indexOf('\0') < 0
                ? text
                : HexFormat.of().formatHex(data);
    }
}
