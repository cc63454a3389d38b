package dev.flotsam.report.kscrash;

import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.ParsedReport.Termination;
import dev.flotsam.report.darwin.DarwinSignal;
import dev.flotsam.report.darwin.MachException;
import dev.flotsam.report.draft.ImageMap;
import dev.flotsam.report.draft.Leftovers;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** crash{error, threads[]}: what happened. */
final class KsCrash {
    private final JsonValue root;
    private final JsonValue crash;
    private final ReportDraft draft;
    private final ImageMap images;

    KsCrash(JsonValue root, ReportDraft draft) {
        this.root = root;
        this.crash = root.get("crash");
        this.draft = draft;
        this.images = new ImageMap(draft.images, draft.refinedArchitecture());
    }

    void read() {
        error(crash.get("error"));
        threads();
        keep();
    }

    private void error(JsonValue error) {
        String type = error.text("type");
        draft.kind = kind(type, error);
        JsonValue mach = error.get("mach");
        String exception =
                mach.text("exception_name").isEmpty() ? error.text("mach_exception") : mach.text("exception_name");
        draft.exceptionType = exception.isEmpty()
                ? MachException.name(mach.integer("exception").orElse(0))
                : exception;
        long code = mach.integer("code").orElse(error.integer("mach_code").orElse(0));
        JsonValue signal = error.get("signal");
        long number = signal.integer("signal").orElse(signal.integer().orElse(0));
        String name = signal.text("name").isEmpty() ? error.text("signal_name") : signal.text("name");
        draft.signal = name.isEmpty() ? DarwinSignal.name(number) : name;
        if (draft.signal.isEmpty()) {
            draft.signal = MachException.signal(draft.exceptionType, code);
        }
        draft.codes = codes(error, mach, code);
        languageException(error);
        termination(type, error);
    }

    private static Kind kind(String type, JsonValue error) {
        return switch (type) {
            case "hang", "deadlock" -> Kind.HANG;
            case "user" -> Kind.USER_REPORTED;
            case "memory_termination" -> Kind.MEMORY;
            case "termination", "resource_termination" -> {
                boolean memory = error.text("termination_reason").startsWith("memory_");
                yield memory ? Kind.MEMORY : Kind.TERMINATION;
            }
            default -> Kind.CRASH;
        };
    }

    /** As KSCrash prints it: the code in words, else in hex, "at" the address in the width of the process. */
    private String codes(JsonValue error, JsonValue mach, long code) {
        OptionalLong address = error.integer("address");
        if (draft.exceptionType.isEmpty() || address.isEmpty()) {
            return "";
        }
        String words = mach.text("code_name").isEmpty() ? error.text("mach_code_name") : mach.text("code_name");
        if (words.isEmpty() && draft.exceptionType.equals("EXC_BAD_ACCESS")) {
            words = MachException.badAccessCode(code);
        }
        boolean wide = draft.architecture.contains("64") || draft.architecture.isEmpty();
        String at = String.format(wide ? "0x%016x" : "0x%08x", address.getAsLong());
        return (words.isEmpty() ? String.format("0x%08x", code) : words) + " at " + at;
    }

    private void languageException(JsonValue error) {
        JsonValue thrown = error.firstOf("nsexception", "cpp_exception", "user_reported");
        draft.exceptionName = thrown.text("name");
        if (draft.exceptionName.isEmpty() && thrown.isPresent()) {
            draft.exceptionName = thrown.text("nsexception_name");
        }
        String reason = thrown.text("reason");
        draft.exceptionReason = reason.isEmpty() ? error.text("reason") : reason;
    }

    private void termination(String type, JsonValue error) {
        OptionalLong exit = error.get("exit_reason").integer("code");
        String reason = error.text("termination_reason");
        if (exit.isPresent() || !reason.isEmpty()) {
            draft.termination = Optional.of(new Termination("", ReportDraft.boxed(exit), reason, List.of(), ""));
        } else if (type.equals("memory_termination")) {
            draft.termination = Optional.of(new Termination("", Optional.empty(), "memory_limit", List.of(), ""));
        }
    }

    private void threads() {
        long number = 0;
        for (JsonValue thread : crash.get("threads").elements()) {
            thread(thread, thread.integer("index").orElse(number));
            number++;
        }
        JsonValue alone = crash.get("crashed_thread");
        if (number == 0 && alone.isPresent()) {
            thread(alone, alone.integer("index").orElse(0));
        }
    }

    private void thread(JsonValue thread, long number) {
        JsonValue backtrace = thread.get("backtrace");
        List<Frame> frames = new ArrayList<>();
        for (JsonValue frame : (backtrace.has("contents") ? backtrace.get("contents") : backtrace).elements()) {
            if (frame.has("instruction_addr")) {
                frames.add(frame(frame));
            }
        }
        boolean crashed = thread.truth("crashed").orElse(false);
        draft.threads.add(new ReportThread(
                number, thread.text("name"), thread.text("dispatch_queue"), crashed, frames, registers(thread)));
        if (crashed) {
            Leftovers.keep(
                    draft,
                    "threads[" + number + "].",
                    thread,
                    Set.of("backtrace", "crashed", "index", "name", "dispatch_queue", "registers", "current_thread"));
        }
    }

    private Frame frame(JsonValue frame) {
        long address = frame.integer("instruction_addr").orElse(0);
        long function = frame.integer("symbol_addr").orElse(0);
        String symbol = frame.text("symbol_name");
        long stripped = images.strip(address);
        boolean named = !symbol.isEmpty() && function != 0 && Long.compareUnsigned(stripped, function) >= 0;
        OptionalLong load = frame.integer("object_addr");
        Optional<Long> loaded =
                load.isPresent() && load.getAsLong() != 0 ? Optional.of(load.getAsLong()) : Optional.empty();
        return images.frame(
                address, frame.text("object_name"), loaded, symbol, named ? stripped - function : -1, "", 0, false);
    }

    private static Map<String, Long> registers(JsonValue thread) {
        Map<String, Long> registers = new HashMap<>();
        JsonValue dumped = thread.get("registers");
        take(dumped.has("basic") ? dumped.get("basic") : dumped, registers);
        take(dumped.get("exception"), registers);
        take(thread.get("exception_registers"), registers);
        registers.remove("exception");
        return registers;
    }

    private static void take(JsonValue dumped, Map<String, Long> registers) {
        for (JsonMember register : dumped.members()) {
            register.value().integer().ifPresent(value -> registers.put(register.key(), value));
        }
    }

    private void keep() {
        Leftovers.keep(draft, "crash.", crash, Set.of("error", "threads", "crashed_thread", "binary_images"));
        JsonValue error = crash.get("error");
        Leftovers.keep(draft, "error.", error, Set.of("mach", "signal", "reason", "termination_reason"));
        Leftovers.keep(
                draft, "report.", root.get("report"), Set.of("id", "timestamp", "timestamp_millis", "process_name"));
        Leftovers.keep(
                draft,
                "",
                root,
                Set.of(
                        "report",
                        "system",
                        "system_atcrash",
                        "binary_images",
                        "crash",
                        "crash_id",
                        "timestamp",
                        "recrash_report"));
    }
}
