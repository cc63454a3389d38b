package dev.flotsam.signature;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.ExceptionInfo;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.ParsedReport.Termination;
import dev.flotsam.signature.SignableFrame.Naming;
import dev.flotsam.signature.SignableStack.AppCode;
import dev.flotsam.signature.SignableStack.Cause;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the stack a report blames: where an uncaught language exception was thrown, else the crashed, blamed or
 * attributed thread; a kill or hang that names none blames the first thread.
 */
public final class BlamedStack {
    private static final String UNCAUGHT = "uncaught exception '";
    private static final String UNCAUGHT_TYPE = "uncaught exception of type ";

    private BlamedStack() {}

    /** The blamed stack with the names the report came with. */
    public static SignableStack of(ParsedReport report) {
        List<Frame> frames = framesOf(report);
        return new SignableStack(
                causeOf(report),
                appOf(report),
                frames.stream().map(frame -> signable(report, frame)).toList());
    }

    /** Whose process the report tells of. */
    public static AppCode appOf(ParsedReport report) {
        return new AppCode(
                report.app().id(), report.process().name(), report.process().path());
    }

    /** The report's frames that {@link #of} signs, in the same order: symbolicate these. */
    public static List<Frame> framesOf(ParsedReport report) {
        if (!report.lastExceptionBacktrace().isEmpty()) {
            return report.lastExceptionBacktrace();
        }
        return blamedThread(report).map(ReportThread::frames).orElse(List.of());
    }

    private static Optional<ReportThread> blamedThread(ParsedReport report) {
        Optional<ReportThread> crashed = report.crashedThread();
        return crashed.isPresent() ? crashed : report.threads().stream().findFirst();
    }

    private static Cause causeOf(ParsedReport report) {
        Optional<ExceptionInfo> exception = report.exception();
        Optional<Termination> termination = report.termination();
        boolean thrown = !report.lastExceptionBacktrace().isEmpty();
        String name = exception.map(ExceptionInfo::name).orElse("");
        return new Cause(
                report.kind(),
                exception.map(ExceptionInfo::type).orElse(""),
                exception.map(ExceptionInfo::subtype).orElse(""),
                exception.map(ExceptionInfo::signal).orElse(""),
                name.isEmpty() && thrown ? uncaughtName(report.applicationInfo()) : name,
                exception.map(ExceptionInfo::reason).orElse(""),
                thrown,
                termination.map(Termination::namespace).orElse(""),
                termination.flatMap(Termination::code));
    }

    /** The name in "*** Terminating app due to uncaught exception 'NAME'", which reports with a backtrace may carry. */
    private static String uncaughtName(List<String> messages) {
        for (String message : messages) {
            int quoted = message.indexOf(UNCAUGHT);
            if (quoted >= 0) {
                int start = quoted + UNCAUGHT.length();
                int end = message.indexOf('\'', start);
                return end < 0 ? "" : message.substring(start, end);
            }
            int typed = message.indexOf(UNCAUGHT_TYPE);
            if (typed >= 0) {
                String type = firstWord(message.substring(typed + UNCAUGHT_TYPE.length()));
                return type.equals("NSException") ? "" : type;
            }
        }
        return "";
    }

    /** Up to a blank, a line's end or a colon that is not part of a qualified name. */
    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && !text.startsWith(": ", end)) {
            end++;
        }
        return text.substring(0, end);
    }

    /** A frame with the name the report came with. */
    public static SignableFrame signable(ParsedReport report, Frame frame) {
        Optional<BinaryImage> image = report.imageOf(frame);
        String name = frame.imageName().isEmpty() ? image.map(BinaryImage::name).orElse("") : frame.imageName();
        return new SignableFrame(
                name,
                image.map(BinaryImage::uuid).orElse(""),
                image.map(BinaryImage::path).orElse(""),
                frame.symbol(),
                frame.file(),
                frame.line(),
                frame.inlined(),
                frame.offset(),
                frame.symbol().isEmpty() ? Naming.NONE : Naming.SURE);
    }
}
