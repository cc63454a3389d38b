package dev.flotsam.signature;

import dev.flotsam.report.ParsedReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that signing may look at: why the process ended, whose code it ran, and the blamed stack.
 *
 * @param cause why the report was written
 * @param app whose process it was
 * @param frames the blamed stack, innermost first, inlined frames expanded
 */
public record SignableStack(Cause cause, AppCode app, List<SignableFrame> frames) {

    public SignableStack {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(app, "app");
        frames = List.copyOf(frames);
    }

    /** The same cause and app with frames that got better names. */
    public SignableStack withFrames(List<SignableFrame> named) {
        return new SignableStack(cause, app, named);
    }

    /**
     * Why the report was written. Absent facts are empty.
     *
     * @param kind what the report tells of
     * @param exceptionType Mach exception, such as "EXC_BAD_ACCESS"
     * @param exceptionSubtype the exception's own words, such as "CPU" of an EXC_RESOURCE
     * @param signal such as "SIGSEGV"
     * @param exceptionName language exception, such as "NSRangeException" or "std::bad_alloc"
     * @param reason the language exception's reason, as reported
     * @param thrown the stack is where a language exception was thrown
     * @param terminationNamespace such as "FRONTBOARD"
     * @param terminationCode such as 0x8badf00d
     */
    public record Cause(
            ParsedReport.Kind kind,
            String exceptionType,
            String exceptionSubtype,
            String signal,
            String exceptionName,
            String reason,
            boolean thrown,
            String terminationNamespace,
            Optional<Long> terminationCode) {

        public Cause {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(exceptionType, "exceptionType");
            Objects.requireNonNull(exceptionSubtype, "exceptionSubtype");
            Objects.requireNonNull(signal, "signal");
            Objects.requireNonNull(exceptionName, "exceptionName");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(terminationNamespace, "terminationNamespace");
        }
    }

    /**
     * Whose process it was.
     *
     * @param id bundle identifier, which also chooses the app's own rules
     * @param executable the process's name
     * @param path the executable's path, empty if unknown
     */
    public record AppCode(String id, String executable, String path) {
        public AppCode {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(executable, "executable");
            Objects.requireNonNull(path, "path");
        }
    }
}
