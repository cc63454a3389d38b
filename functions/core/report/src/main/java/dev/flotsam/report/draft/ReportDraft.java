package dev.flotsam.report.draft;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Device;
import dev.flotsam.report.ParsedReport.ExceptionInfo;
import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.Incident;
import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.report.ParsedReport.ProcessInfo;
import dev.flotsam.report.ParsedReport.ProcessInfo.Host;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.ParsedReport.Termination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A report while it is being read: every field starts as "not said". Not safe for several threads; made for one report.
 */
public final class ReportDraft {
    public final Format format;
    public Kind kind = Kind.CRASH;
    public String incidentId = "";
    public Optional<Instant> captured = Optional.empty();
    public Optional<Instant> launched = Optional.empty();
    public Optional<Integer> zoneOffset = Optional.empty();
    public String installation = "";
    public String appId = "";
    public String appName = "";
    public String appVersion = "";
    public String appBuild = "";
    public Os os = new Os("", "", "");
    public String model = "";
    public String architecture = "";
    public String processName = "";
    public long pid = -1;
    public String path = "";
    public String parent = "";
    public String role = "";
    public Optional<Boolean> foreground = Optional.empty();
    public Optional<Host> host = Optional.empty();
    public boolean translated;
    public boolean simulator;
    public String exceptionType = "";
    public String signal = "";
    public String codes = "";
    public String subtype = "";
    public Optional<Long> address = Optional.empty();
    public String exceptionName = "";
    public String exceptionReason = "";
    public String note = "";
    public Optional<Termination> termination = Optional.empty();
    public List<String> applicationInfo = new ArrayList<>();
    public List<ReportThread> threads = new ArrayList<>();
    public List<Frame> lastException = new ArrayList<>();
    public List<BinaryImage> images = new ArrayList<>();
    public String vmSummary = "";
    private final Map<String, StringBuilder> leftovers = new LinkedHashMap<>();

    public ReportDraft(Format format) {
        this.format = format;
    }

    /** Takes a time; the first zone that a report names is its zone. */
    public Optional<Instant> time(String written) {
        Optional<Moment> moment = Moment.parse(written);
        if (zoneOffset.isEmpty()) {
            zoneOffset = moment.flatMap(Moment::zoneOffset);
        }
        return moment.map(Moment::instant);
    }

    /** Keeps what has no field of its own, on a line of its own; blanks are nothing to keep. */
    public void keep(String name, String value) {
        if (value.isBlank()) {
            return;
        }
        StringBuilder kept = leftovers.computeIfAbsent(name, key -> new StringBuilder());
        kept.append(kept.isEmpty() ? "" : "\n").append(value);
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>();
        leftovers.forEach((name, value) -> kept.put(name, value.toString()));
        return kept;
    }

    /** The architecture of the process, refined by its main image: "ARM-64" of an arm64e executable is arm64e. */
    public String refinedArchitecture() {
        String exact = mainImage().map(BinaryImage::architecture).orElse("");
        if (exact.isEmpty() && architecture.isEmpty() && !images.isEmpty()) {
            return images.getFirst().architecture();
        }
        return Architecture.refines(exact, architecture) && !exact.isEmpty() ? exact : architecture;
    }

    /** Anything that tells of an event: an exception, a termination or a stack. */
    public boolean hasFacts() {
        return !exceptionType.isEmpty()
                || !signal.isEmpty()
                || !exceptionName.isEmpty()
                || termination.isPresent()
                || !lastException.isEmpty()
                || threads.stream().anyMatch(thread -> !thread.frames().isEmpty());
    }

    /** The report, with everything that follows from what was said. */
    public ParsedReport finish() {
        nameLanguageException();
        String host = appId.isEmpty() ? processName : appId;
        String name = appName.isEmpty() ? processName : appName;
        return new ParsedReport(
                format,
                kind,
                new Incident(incidentId, captured, launched, zoneOffset, installation),
                new App(host, name, appVersion, appBuild),
                os,
                new Device(model, refinedArchitecture()),
                process(),
                exception(),
                termination,
                applicationInfo,
                threads,
                lastException,
                images,
                vmSummary,
                kept());
    }

    private void nameLanguageException() {
        if (exceptionName.isEmpty()) {
            LanguageException.in(applicationInfo).ifPresent(exception -> {
                exceptionName = exception.name();
                exceptionReason = exception.reason();
            });
        }
    }

    private Optional<ExceptionInfo> exception() {
        if (exceptionType.isEmpty() && signal.isEmpty() && exceptionName.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> fault = address.isPresent() ? address : FaultAddress.of(exceptionType, signal, codes, subtype);
        return Optional.of(
                new ExceptionInfo(exceptionType, signal, codes, subtype, fault, exceptionName, exceptionReason, note));
    }

    private ProcessInfo process() {
        Optional<Boolean> front = foreground.isPresent() ? foreground : frontByRole();
        Host kindOfHost = host.orElseGet(() -> ProcessHost.of(processName, path, images));
        boolean simulated = simulator || ProcessHost.isSimulator(path, applicationInfo, images);
        return new ProcessInfo(processName, pid, path, parent, role, front, kindOfHost, translated, simulated);
    }

    private Optional<Boolean> frontByRole() {
        return switch (role) {
            case "Foreground" -> Optional.of(true);
            case "Background", "Non UI" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The executable's image: the one at the process's path, else of its name. */
    private Optional<BinaryImage> mainImage() {
        for (BinaryImage image : images) {
            if (!path.isEmpty() && image.path().equals(path)) {
                return Optional.of(image);
            }
        }
        return images.stream()
                .filter(image -> !processName.isEmpty() && image.name().equals(processName))
                .findFirst();
    }

    /** A whole number for a field that may be absent. */
    public static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
