package dev.flotsam.signature;

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
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.ParsedReport.Termination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds reports for tests, frame by frame. */
final class Reports {
    static final String BUNDLE =
            "/private/var/containers/Bundle/Application/11111111-2222-3333-4444-555555555555/Feed.app/";
    static final List<BinaryImage> IMAGES = List.of(
            image("Feed", "AAAAAAAA-0000-0000-0000-000000000001", BUNDLE + "Feed"),
            image("Paging", "AAAAAAAA-0000-0000-0000-000000000002", BUNDLE + "Frameworks/Paging.framework/Paging"),
            image(
                    "UIKitCore",
                    "BBBBBBBB-0000-0000-0000-000000000001",
                    "/System/Library/PrivateFrameworks/UIKitCore.framework/UIKitCore"),
            image(
                    "libsystem_kernel.dylib",
                    "BBBBBBBB-0000-0000-0000-000000000002",
                    "/usr/lib/system/libsystem_kernel.dylib"),
            image(
                    "libswiftCore.dylib",
                    "BBBBBBBB-0000-0000-0000-000000000003",
                    BUNDLE + "Frameworks/libswiftCore.dylib"));

    private Kind kind = Kind.CRASH;
    private ExceptionInfo exception = exception("EXC_BAD_ACCESS", "SIGSEGV", "", "");
    private Optional<Termination> termination = Optional.empty();
    private List<String> messages = List.of();
    private List<Frame> thrown = List.of();
    private boolean crashed = true;
    private final List<Frame> frames = new ArrayList<>();

    static Reports report() {
        return new Reports();
    }

    static ExceptionInfo exception(String type, String signal, String name, String reason) {
        return new ExceptionInfo(type, signal, "", "", Optional.empty(), name, reason, "");
    }

    static Frame frame(String image, String symbol) {
        return frame(image, 0x1000, symbol);
    }

    static Frame frame(String image, long offset, String symbol) {
        int index = -1;
        for (int i = 0; i < IMAGES.size(); i++) {
            index = IMAGES.get(i).name().equals(image) ? i : index;
        }
        return new Frame(index, image, 0x100000000L + offset, offset, symbol, -1, "", 0, false);
    }

    private static BinaryImage image(String name, String uuid, String path) {
        return new BinaryImage(name, uuid, "arm64", 0x100000000L, 0x10000, path, "");
    }

    Reports kind(Kind of) {
        kind = of;
        return this;
    }

    Reports raised(ExceptionInfo with) {
        exception = with;
        return this;
    }

    Reports killed(String namespace, long code) {
        termination = Optional.of(new Termination(namespace, Optional.of(code), "", List.of(), ""));
        return this;
    }

    Reports saying(String... asi) {
        messages = List.of(asi);
        return this;
    }

    Reports thrownAt(Frame... at) {
        thrown = List.of(at);
        return this;
    }

    Reports blamingNobody() {
        crashed = false;
        return this;
    }

    Reports at(String image, String symbol) {
        frames.add(frame(image, symbol));
        return this;
    }

    Reports unnamed(String image, long offset) {
        frames.add(frame(image, offset, ""));
        return this;
    }

    ParsedReport build() {
        return new ParsedReport(
                Format.IPS,
                kind,
                new Incident("", Optional.empty(), Optional.empty(), Optional.empty(), ""),
                new App("org.example.feed", "Feed", "1.0", "1"),
                new Os("iOS", "17.0", "21A1"),
                new Device("iPhone15,4", "arm64"),
                new ProcessInfo(
                        "Feed",
                        1,
                        BUNDLE + "Feed",
                        "launchd",
                        "Foreground",
                        Optional.of(true),
                        ProcessInfo.Host.APP,
                        false,
                        false),
                Optional.of(exception),
                termination,
                messages,
                List.of(
                        new ReportThread(0, "", "", crashed, frames, Map.of()),
                        new ReportThread(1, "", "", false, List.of(frame("Feed", "idle")), Map.of())),
                thrown,
                IMAGES,
                "",
                Map.of());
    }
}
