package dev.flotsam.report;

import dev.flotsam.report.darwin.FaultPlace;
import dev.flotsam.report.darwin.TerminationCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One report as its format tells it, before symbolication: the stage between raw bytes and frames with names.
 *
 * <p>Absent facts are empty strings, empty lists or empty optionals, never guesses. Threads keep the report's order and
 * numbers; frames are innermost first.
 *
 * @param format the format the bytes were written in
 * @param kind what the report tells of
 * @param incident which event it is, and when
 * @param app the process's bundle
 * @param os operating system
 * @param device hardware
 * @param process the process at its end
 * @param exception the Mach exception or signal, if one was raised
 * @param termination who ended the process and why, if the system did
 * @param applicationInfo application-specific information: messages that frameworks left ("asi"), in report order
 * @param threads every thread, in report order
 * @param lastExceptionBacktrace where the uncaught language exception was thrown, innermost first; all return addresses
 * @param images binary images, in report order
 * @param vmSummary VM region summary as text, empty if absent
 * @param leftovers what the format says beyond these fields, by name, so that nothing is lost
 */
public record ParsedReport(
        Format format,
        Kind kind,
        Incident incident,
        App app,
        Os os,
        Device device,
        ProcessInfo process,
        Optional<ExceptionInfo> exception,
        Optional<Termination> termination,
        List<String> applicationInfo,
        List<ReportThread> threads,
        List<Frame> lastExceptionBacktrace,
        List<BinaryImage> images,
        String vmSummary,
        Map<String, String> leftovers) {

    public ParsedReport {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(kind, "kind");
        applicationInfo = List.copyOf(applicationInfo);
        threads = List.copyOf(threads);
        lastExceptionBacktrace = List.copyOf(lastExceptionBacktrace);
        images = List.copyOf(images);
        leftovers = Map.copyOf(leftovers);
    }

    /** The thread the report blames: the one marked as crashed (hang: blamed, MetricKit: attributed), if any. */
    public Optional<ReportThread> crashedThread() {
        return threads.stream().filter(ReportThread::crashed).findFirst();
    }

    /** The image a frame lies in, if the report names it. */
    public Optional<BinaryImage> imageOf(Frame frame) {
        return frame.image() >= 0 && frame.image() < images.size()
                ? Optional.of(images.get(frame.image()))
                : Optional.empty();
    }

    /** What kind of place a bad access went to; empty when the report names no faulting address. */
    public Optional<FaultPlace> faultPlace() {
        Optional<Long> fault = exception.flatMap(ExceptionInfo::address);
        if (exception.isPresent() && exception.get().codes().contains("EXC_I386_GPFLT")) {
            // The CPU does not tell which address it was, only that it can be none.
            return Optional.of(new FaultPlace(FaultPlace.Kind.NON_CANONICAL, ""));
        }
        return fault.map(address -> FaultPlace.of(address, is64Bit(), regionInfo(), stackPointer(), holder(address)));
    }

    private boolean is64Bit() {
        return device.architecture().contains("64") && !device.architecture().equals("arm64_32");
    }

    private String regionInfo() {
        return leftovers.entrySet().stream()
                .filter(leftover -> leftover.getKey().startsWith("VM Region"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private OptionalLong stackPointer() {
        Map<String, Long> registers =
                crashedThread().map(ReportThread::registers).orElse(Map.of());
        for (String name : List.of("sp", "rsp", "esp")) {
            if (registers.containsKey(name)) {
                return OptionalLong.of(registers.get(name));
            }
        }
        return OptionalLong.empty();
    }

    private String holder(long address) {
        return images.stream()
                .filter(image -> Long.compareUnsigned(address - image.base(), image.size()) < 0)
                .map(BinaryImage::name)
                .findFirst()
                .orElse("");
    }

    /** How the bytes were written. */
    public enum Format {
        APPLE_TEXT,
        IPS,
        JETSAM,
        KSCRASH,
        PLCRASH,
        METRICKIT,
        SENTRY,
        SAMPLE_TEXT,
        STACKSHOT,
        SESSION,
        MEMORY
    }

    /** What a report tells of. */
    public enum Kind {
        CRASH,
        HANG,
        CPU,
        WAKEUPS,
        DISK_WRITES,
        MEMORY,
        APP_LAUNCH,
        TERMINATION,
        USER_REPORTED,
        SAMPLE
    }

    /**
     * Which event, and when.
     *
     * @param id incident identifier as the report names it, upper-case UUID where it is one; empty if none
     * @param captured when the event happened, by the report's own clock
     * @param launched when the process was started
     * @param zoneOffset the report's UTC offset in seconds, if it said one
     * @param installation the report's per-installation key (CrashReporter Key), empty if none; personal data, hash it
     *     before storing
     */
    public record Incident(
            String id,
            Optional<Instant> captured,
            Optional<Instant> launched,
            Optional<Integer> zoneOffset,
            String installation) {}

    /**
     * The bundle a process ran.
     *
     * @param id bundle identifier, else the process name
     * @param name display or executable name
     * @param version marketing version (CFBundleShortVersionString)
     * @param build build number (CFBundleVersion)
     */
    public record App(String id, String name, String version, String build) {
        /** What tells it from other apps: its bundle identifier, or its name where a report names none. */
        public String idOrName() {
            return id.isEmpty() ? name : id;
        }
    }

    /**
     * The operating system.
     *
     * @param name "iOS", "iPadOS", "macOS", "watchOS", "tvOS", "visionOS" — "iPhone OS" is told as "iOS"
     * @param version such as "17.2.1"
     * @param build such as "21C66"
     */
    public record Os(String name, String version, String build) {}

    /**
     * The hardware.
     *
     * @param model such as "iPhone15,4"
     * @param architecture of the process: "arm64", "arm64e", "armv7", "armv7k", "arm64_32", "x86_64", "i386"; empty if
     *     unknown
     */
    public record Device(String model, String architecture) {}

    /**
     * The process at its end.
     *
     * @param name process name
     * @param pid process id, −1 if unknown
     * @param path executable path as the report has it
     * @param parent parent process name
     * @param role "Foreground", "Background", "Non UI", …; empty if unknown
     * @param foreground whether the app was in front, if the report tells
     * @param host what kind of process it was
     * @param translated run under Rosetta
     * @param simulator run in a simulator
     */
    public record ProcessInfo(
            String name,
            long pid,
            String path,
            String parent,
            String role,
            Optional<Boolean> foreground,
            Host host,
            boolean translated,
            boolean simulator) {

        /** What kind of bundle hosted the code. */
        public enum Host {
            APP,
            EXTENSION,
            TEST,
            OTHER
        }
    }

    /**
     * A raised exception.
     *
     * @param type Mach exception, such as "EXC_BAD_ACCESS"; empty if only a signal or a language exception is known
     * @param signal such as "SIGSEGV"; empty if unknown
     * @param codes the exception codes as the report writes them
     * @param subtype such as "KERN_INVALID_ADDRESS at 0x0000000000000010"
     * @param address the faulting address of a bad access
     * @param name language exception's name, such as "NSInvalidArgumentException" or "std::runtime_error"; empty if none
     * @param reason language exception's reason; personal data may hide in it
     * @param note Apple's note, such as "EXC_CORPSE_NOTIFY"
     */
    public record ExceptionInfo(
            String type,
            String signal,
            String codes,
            String subtype,
            Optional<Long> address,
            String name,
            String reason,
            String note) {}

    /**
     * Who ended the process, and why.
     *
     * @param namespace such as "SIGNAL", "FRONTBOARD", "SPRINGBOARD", "RUNNINGBOARD", "DYLD"
     * @param code numeric code
     * @param indicator Apple's short words
     * @param reasons further lines
     * @param byProcess who asked for it
     */
    public record Termination(
            String namespace, Optional<Long> code, String indicator, List<String> reasons, String byProcess) {
        public Termination {
            reasons = List.copyOf(reasons);
        }

        /** What the code means, such as "watchdog: …" for 0x8badf00d; empty if unknown. */
        public String words() {
            return code.map(number -> TerminationCode.words(namespace, number)).orElse("");
        }
    }

    /**
     * A thread and its stack.
     *
     * @param number the report's own number
     * @param name thread name, empty if none
     * @param queue dispatch queue, empty if none
     * @param crashed the thread that the report blames
     * @param frames innermost first
     * @param registers by name, empty if not dumped
     */
    public record ReportThread(
            long number, String name, String queue, boolean crashed, List<Frame> frames, Map<String, Long> registers) {
        public ReportThread {
            frames = List.copyOf(frames);
            registers = Map.copyOf(registers);
        }
    }

    /**
     * One stack frame as the report has it.
     *
     * @param image index into {@link ParsedReport#images}, −1 when the report names no image that holds the address
     * @param imageName the image's name as the frame says it; empty or "???" become empty
     * @param address absolute address in the process, PAC bits stripped; 0 if unknown
     * @param offset bytes from the image's load address; −1 if unknown
     * @param symbol function name as the report has it, empty if none
     * @param symbolOffset bytes from the function's start, −1 if unknown
     * @param file source file, empty if none
     * @param line source line, 0 if none
     * @param inlined the report says this frame was inlined into the next one
     */
    public record Frame(
            int image,
            String imageName,
            long address,
            long offset,
            String symbol,
            long symbolOffset,
            String file,
            int line,
            boolean inlined) {}

    /**
     * A loaded binary.
     *
     * @param name file name
     * @param uuid LC_UUID, upper case with dashes; empty if absent
     * @param architecture such as "arm64e"; empty if unknown
     * @param base load address
     * @param size bytes, 0 if unknown
     * @param path as the report has it
     * @param version such as "1.2 (34)", empty if none
     */
    public record BinaryImage(
            String name, String uuid, String architecture, long base, long size, String path, String version) {}
}
