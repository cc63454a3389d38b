package dev.flotsam.memory.foom;

import dev.flotsam.memory.portrait.PortraitReport;
import dev.flotsam.memory.portrait.PortraitReport.Step;
import dev.flotsam.memory.session.SessionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * By what FOOMs are grouped that no stack tells of. A FOOM has no stack of its own, which is no reason to put all of them
 * into one bucket. Better witnesses are the stack that the system kept (memoryException) and the allocation stack that
 * holds most: they are symbolicated and signed like a crash.
 */
public sealed interface FoomKey {

    /** The witness by its wire name. */
    String witness();

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

    /** The path to what keeps most in a portrait; empty if nothing keeps much. */
    static Optional<DominatorPath> of(PortraitReport portrait) {
        List<String> classes = new ArrayList<>();
        for (Step step : portrait.dominatorPath()) {
            if (classes.isEmpty() || !classes.getLast().equals(step.className())) {
                classes.add(step.className());
            }
        }
        return classes.isEmpty() ? Optional.empty() : Optional.of(new DominatorPath(classes));
    }

    /** What the run's own record tells. */
    static SceneAndSlope of(SessionRecord session) {
        return new SceneAndSlope(session.scene(), Slope.of(session.memory().series()));
    }
}
