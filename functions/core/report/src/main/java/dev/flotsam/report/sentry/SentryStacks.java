package dev.flotsam.report.sentry;

import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.darwin.DarwinSignal;
import dev.flotsam.report.darwin.MachException;
import dev.flotsam.report.draft.ImageMap;
import dev.flotsam.report.draft.Leftovers;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** exception{values[]} and threads{values[]}: what happened. */
final class SentryStacks {
    private final JsonValue root;
    private final ReportDraft draft;
    private final ImageMap images;

    SentryStacks(JsonValue root, ReportDraft draft) {
        this.root = root;
        this.draft = draft;
        this.images = new ImageMap(draft.images, draft.refinedArchitecture());
    }

    void read() {
        List<JsonValue> chain = values(root.get("exception"));
        // Causes come first; the last is the one that was raised.
        JsonValue raised = chain.isEmpty() ? JsonLiteral.MISSING : chain.getLast();
        exception(raised);
        threads(raised);
    }

    private static List<JsonValue> values(JsonValue holder) {
        return holder.has("values") ? holder.get("values").elements() : holder.elements();
    }

    private void exception(JsonValue raised) {
        JsonValue mechanism = raised.get("mechanism");
        JsonValue meta = mechanism.get("meta");
        JsonValue mach = mechanism.has("mach_exception") ? mechanism.get("mach_exception") : meta.get("mach_exception");
        JsonValue signal = mechanism.has("posix_signal") ? mechanism.get("posix_signal") : meta.get("signal");
        long code = mach.integer("code").orElse(0);
        String type = mach.firstOf("name", "exception_name").text();
        draft.exceptionType =
                type.isEmpty() ? MachException.name(mach.integer("exception").orElse(0)) : type;
        String name = signal.text("name");
        long number = signal.firstOf("number", "signal").integer().orElse(0);
        draft.signal = name.isEmpty() ? DarwinSignal.name(number) : name;
        words(raised);
        codes(mach, code, mechanism.integer("relevant_address"));
        draft.kind = kind(raised, mechanism);
        Leftovers.keep(draft, "mechanism.", mechanism, Set.of("mach_exception", "posix_signal", "meta"));
    }

    /** The type is a Mach exception's, a signal's, or else a language exception's name. */
    private void words(JsonValue raised) {
        String type = raised.text("type");
        String value = raised.text("value");
        if (type.startsWith("EXC_")) {
            draft.exceptionType = draft.exceptionType.isEmpty() ? type : draft.exceptionType;
            draft.keep("exception.value", value);
        } else if (type.startsWith("SIG")) {
            draft.signal = draft.signal.isEmpty() ? type : draft.signal;
            draft.keep("exception.value", value);
        } else {
            draft.exceptionName = type;
            draft.exceptionReason = value;
        }
    }

    private void codes(JsonValue mach, long code, OptionalLong address) {
        if (draft.signal.isEmpty()) {
            draft.signal = MachException.signal(draft.exceptionType, code);
        }
        if (!mach.isPresent()) {
            return;
        }
        String said = mach.text("code_name");
        boolean badAccess = draft.exceptionType.equals("EXC_BAD_ACCESS");
        String words = said.isEmpty() && badAccess ? MachException.badAccessCode(code) : said;
        String first = words.isEmpty() ? String.format("0x%016x", code) : words;
        long second = mach.integer("subcode").orElse(0);
        draft.codes = address.isPresent() && badAccess
                ? first + String.format(" at 0x%016x", address.getAsLong())
                : first + String.format(", 0x%016x", second);
    }

    private static Kind kind(JsonValue raised, JsonValue mechanism) {
        String words = raised.text("type") + " " + mechanism.text("type");
        if (words.contains("Hang")) {
            return Kind.HANG;
        }
        if (words.contains("WatchdogTermination") || words.contains("out_of_memory")) {
            return Kind.TERMINATION;
        }
        if (words.contains("CPUException")) {
            return Kind.CPU;
        }
        if (words.contains("DiskWrite")) {
            return Kind.DISK_WRITES;
        }
        return mechanism.truth("handled").orElse(false) ? Kind.USER_REPORTED : Kind.CRASH;
    }

    private void threads(JsonValue raised) {
        OptionalLong blamed = raised.integer("thread_id");
        boolean placed = false;
        long index = 0;
        for (JsonValue thread : values(root.get("threads"))) {
            long number = thread.firstOf("id", "uuid").integer().orElse(index++);
            boolean crashed =
                    thread.truth("crashed").orElse(false) || (blamed.isPresent() && blamed.getAsLong() == number);
            boolean own = thread.get("stacktrace").get("frames").size() > 0;
            JsonValue stack = own || !crashed ? thread.get("stacktrace") : raised.get("stacktrace");
            placed |= crashed;
            draft.threads.add(
                    new ReportThread(number, thread.text("name"), "", crashed, frames(stack), registers(stack)));
        }
        JsonValue stack = raised.get("stacktrace");
        if (!placed && stack.isPresent()) {
            draft.threads.add(new ReportThread(blamed.orElse(index), "", "", true, frames(stack), registers(stack)));
        }
    }

    private List<Frame> frames(JsonValue stack) {
        List<Frame> frames = new ArrayList<>();
        for (JsonValue frame : stack.get("frames").elements()) {
            frames.add(frame(frame));
        }
        Collections.reverse(frames);
        return frames;
    }

    private Frame frame(JsonValue frame) {
        long address = frame.integer("instruction_addr").orElse(0);
        long function = frame.integer("symbol_addr").orElse(0);
        String symbol = frame.firstOf("raw_function", "function").text();
        String path = frame.firstOf("package", "module").text();
        long stripped = images.strip(address);
        boolean named = !symbol.isEmpty() && function != 0 && Long.compareUnsigned(stripped, function) >= 0;
        Optional<Long> load = ReportDraft.boxed(frame.integer("image_addr")).filter(base -> base != 0);
        String file = frame.firstOf("abs_path", "filename").text();
        int line = Math.clamp(frame.integer("lineno").orElse(0), 0, Integer.MAX_VALUE);
        return images.frame(
                address,
                path.substring(path.lastIndexOf('/') + 1),
                load,
                symbol,
                named ? stripped - function : -1,
                file,
                line,
                false);
    }

    /** Values come as hex text. */
    private static Map<String, Long> registers(JsonValue stack) {
        Map<String, Long> registers = new HashMap<>();
        for (JsonMember register : stack.get("registers").members()) {
            register.value().integer().ifPresent(value -> registers.put(register.key(), value));
        }
        return registers;
    }
}
