package dev.flotsam.memory.foom;

import dev.flotsam.memory.allocation.AllocationStacks;
import dev.flotsam.memory.portrait.PortraitReport;
import dev.flotsam.memory.portrait.PortraitReport.Step;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.ReportThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * By what FOOMs are grouped: the best witness there is, and it says which it was. A FOOM has no stack of its own, which is
 * no reason to put all of them into one bucket. Signing turns the key into a signature.
 */
public sealed interface FoomKey {

    /** The witness by its wire name. */
    String witness();

    /**
     * The stack that the system kept (memoryException), to be symbolicated and signed like a crash.
     *
     * @param frames innermost first
     * @param images of the report
     */
    record ExceptionStack(List<Frame> frames, List<BinaryImage> images) implements FoomKey {
        public ExceptionStack {
            frames = List.copyOf(frames);
            images = List.copyOf(images);
        }

        @Override
        public String witness() {
            return "memory-exception";
        }
    }

    /**
     * The allocation stack that holds most, to be symbolicated and signed like a crash.
     *
     * @param frames innermost first
     * @param images of the record
     * @param share of all recorded bytes that it holds, 0 to 1
     */
    record AllocationStack(List<Frame> frames, List<BinaryImage> images, double share) implements FoomKey {
        public AllocationStack {
            frames = List.copyOf(frames);
            images = List.copyOf(images);
        }

        @Override
        public String witness() {
            return "allocation-stack";
        }
    }

    /**
     * Classes on the way from the root to what keeps most.
     *
     * @param classes the root's child first
     */
    record DominatorPath(List<String> classes) implements FoomKey {
        public DominatorPath {
            classes = List.copyOf(classes);
        }

        @Override
        public String witness() {
            return "dominator-path";
        }
    }

    /**
     * Where in the app, and how memory grew.
     *
     * @param scene screen or scene; empty if unknown
     * @param slope leak, spike or steady
     */
    record SceneAndSlope(String scene, Slope slope) implements FoomKey {
        public SceneAndSlope {
            Objects.requireNonNull(scene, "scene");
            Objects.requireNonNull(slope, "slope");
        }

        @Override
        public String witness() {
            return "scene-and-slope";
        }
    }

    /**
     * The key by the best of these witnesses.
     *
     * @param memoryException MetricKit's report of the end
     * @param allocations allocation stacks of the run
     * @param portrait memory portrait of the run
     * @param session the run's own record
     */
    static FoomKey of(
            Optional<ParsedReport> memoryException,
            Optional<AllocationStacks> allocations,
            Optional<PortraitReport> portrait,
            Optional<SessionRecord> session) {
        return memoryException
                .flatMap(FoomKey::exceptionStack)
                .or(() -> allocations.flatMap(FoomKey::allocationStack))
                .or(() -> portrait.flatMap(FoomKey::dominatorPath))
                .orElseGet(() -> new SceneAndSlope(
                        session.map(SessionRecord::scene).orElse(""),
                        session.map(record -> Slope.of(record.memory().series()))
                                .orElse(Slope.UNKNOWN)));
    }

    private static Optional<FoomKey> exceptionStack(ParsedReport report) {
        return report.crashedThread()
                .or(() -> report.threads().stream().findFirst())
                .map(ReportThread::frames)
                .filter(frames -> !frames.isEmpty())
                .map(frames -> new ExceptionStack(frames, report.images()));
    }

    private static Optional<FoomKey> allocationStack(AllocationStacks allocations) {
        return allocations.heaviest(1).stream()
                .filter(stack -> !stack.frames().isEmpty() && stack.bytes() > 0)
                .findFirst()
                .map(stack -> new AllocationStack(
                        stack.frames(), allocations.images(), (double) stack.bytes() / allocations.bytes()));
    }

    private static Optional<FoomKey> dominatorPath(PortraitReport portrait) {
        List<String> classes = new ArrayList<>();
        for (Step step : portrait.dominatorPath()) {
            if (classes.isEmpty() || !classes.getLast().equals(step.className())) {
                classes.add(step.className());
            }
        }
        return classes.isEmpty() ? Optional.empty() : Optional.of(new DominatorPath(classes));
    }
}
