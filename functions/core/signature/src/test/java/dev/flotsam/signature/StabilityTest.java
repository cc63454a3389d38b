package dev.flotsam.signature;

import static dev.flotsam.signature.Reports.exception;
import static dev.flotsam.signature.Reports.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Device;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.Os;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not move a report from one cluster to another. */
class StabilityTest {
    private static final Signer SIGNER = new Signer(Ruleset.builtIn(), name -> name);

    private static ParsedReport named() {
        return thrown("item 4 of 0x600012 is gone", frame("Feed", "Feed.load()"), frame("Paging", "Pager.next()"));
    }

    private static ParsedReport thrown(String reason, Frame... at) {
        return Reports.report()
                .raised(exception("EXC_CRASH", "SIGABRT", "NSGenericException", reason))
                .thrownAt(at)
                .build();
    }

    private static String id(ParsedReport report) {
        return SIGNER.sign(report).signature().id();
    }

    static Stream<UnaryOperator<ParsedReport>> changes() {
        return Stream.of(
                report -> with(report, new App(report.app().id(), "Feed", "9.9", "999"), report.os(), report.device()),
                report -> with(report, report.app(), new Os("iOS", "18.5", "22F76"), report.device()),
                report -> with(report, report.app(), report.os(), new Device("iPhone17,1", "arm64e")),
                StabilityTest::elsewhere,
                StabilityTest::loadedInAnotherOrder);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void versionsDevicesAddressesAndLoadOrderChangeNoIdOfANamedStack(UnaryOperator<ParsedReport> change) {
        assertThat(id(change.apply(named()))).isEqualTo(id(named()));
    }

    @Test
    void numbersAndPointersInMessagesChangeNoIdEvenOfASystemStack() {
        Frame system = frame("UIKitCore", "-[UITableView rowAt:]");

        assertThat(id(thrown("item 77 of 0x1f is gone", frame("Feed", "Feed.load()"))))
                .isEqualTo(id(thrown("item 4 of 0x600012 is gone", frame("Feed", "Feed.load()"))));
        assertThat(id(thrown("item 77 of 0x1f is gone", system)))
                .isEqualTo(id(thrown("item 4 of 0x600012 is gone", system)));
        assertThat(id(thrown("another reason", system))).isNotEqualTo(id(thrown("item 4 of 0x1 is gone", system)));
    }

    @Test
    void anUnsymbolicatedFrameIsTheSamePlaceAtEveryLoadAddressOfItsBuildOnly() {
        ParsedReport report = thrown("", frame("Feed", 0x1234, ""));

        assertThat(SIGNER.sign(report).signature().unstable()).isTrue();
        assertThat(id(elsewhere(report))).isEqualTo(id(report));
        assertThat(id(rebuilt(report))).isNotEqualTo(id(report));
    }

    private static ParsedReport with(ParsedReport report, App app, Os os, Device device) {
        return copy(report, app, os, device, report.lastExceptionBacktrace(), report.images());
    }

    /** Every image loaded 0x4000 higher. */
    private static ParsedReport elsewhere(ParsedReport report) {
        List<Frame> frames = report.lastExceptionBacktrace().stream()
                .map(frame -> moved(frame, frame.image(), frame.address() + 0x4000))
                .toList();
        List<BinaryImage> images = report.images().stream()
                .map(image -> image(image, image.uuid(), image.base() + 0x4000))
                .toList();
        return copy(report, report.app(), report.os(), report.device(), frames, images);
    }

    private static ParsedReport loadedInAnotherOrder(ParsedReport report) {
        List<BinaryImage> images = new ArrayList<>(report.images());
        Collections.reverse(images);
        List<Frame> frames = report.lastExceptionBacktrace().stream()
                .map(frame -> moved(frame, images.size() - 1 - frame.image(), frame.address()))
                .toList();
        return copy(report, report.app(), report.os(), report.device(), frames, images);
    }

    private static ParsedReport rebuilt(ParsedReport report) {
        List<BinaryImage> images = report.images().stream()
                .map(image -> image(image, "F" + image.uuid().substring(1), image.base()))
                .toList();
        return copy(report, report.app(), report.os(), report.device(), report.lastExceptionBacktrace(), images);
    }

    private static Frame moved(Frame frame, int image, long address) {
        return new Frame(
                image,
                frame.imageName(),
                address,
                frame.offset(),
                frame.symbol(),
                frame.symbolOffset(),
                frame.file(),
                frame.line(),
                frame.inlined());
    }

    private static BinaryImage image(BinaryImage image, String uuid, long base) {
        return new BinaryImage(
                image.name(), uuid, image.architecture(), base, image.size(), image.path(), image.version());
    }

    private static ParsedReport copy(
            ParsedReport report, App app, Os os, Device device, List<Frame> frames, List<BinaryImage> images) {
        return new ParsedReport(
                report.format(),
                report.kind(),
                report.incident(),
                app,
                os,
                device,
                report.process(),
                report.exception(),
                report.termination(),
                report.applicationInfo(),
                report.threads(),
                frames,
                images,
                report.vmSummary(),
                Map.of("extra", "anything"));
    }
}
