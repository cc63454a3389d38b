package dev.flotsam.bench.grouping;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.signature.SignableFrame;
import dev.flotsam.signature.SignableStack;
import dev.flotsam.signature.SignableStack.AppCode;
import dev.flotsam.signature.SignableStack.Cause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Made-up labelled stacks of many programs on shared libraries, as debuggers print them: no images, no telling of app
 * code from library code. Guards against rules and weights that only fit Apple's reports.
 *
 * <p>Bugs share programs, library functions and event loops; popular library functions fail for unrelated bugs; one bug in
 * ten corrupts memory and fails anywhere. Reports of a bug lose frames to inlining and missing symbols.
 */
final class SyntheticNativeCrashes {
    private static final int PROGRAMS = 14;
    private static final int FUNCTIONS = 70;
    private static final int LIBRARY = 160;
    private static final int VARIANTS_PERCENT = 45;
    private static final int LOST_PERCENT = 1;

    private final Random random;
    private final int bugs;

    private SyntheticNativeCrashes(long seed, int bugs) {
        this.random = new Random(seed);
        this.bugs = bugs;
    }

    /** Labelled stacks in a shuffled order of arrival. */
    static List<LabelledStack> of(long seed, int bugs) {
        return new SyntheticNativeCrashes(seed, bugs).stacks();
    }

    private List<LabelledStack> stacks() {
        List<LabelledStack> stacks = new ArrayList<>();
        for (int bug = 0; bug < bugs; bug++) {
            Bug made = bug();
            int reports = 2 + (int) (0.8 / (0.03 + random.nextDouble()));
            for (int n = 0; n < Math.min(reports, 60); n++) {
                List<SignableFrame> frames = noisy(made).stream()
                        .map(name -> SignableFrame.named("", name))
                        .toList();
                Cause cause = new Cause(ParsedReport.Kind.CRASH, "", "", "", "", "", false, "", Optional.empty());
                stacks.add(new LabelledStack(
                        "n" + stacks.size(), "bug" + bug, new SignableStack(cause, new AppCode("", "", ""), frames)));
            }
        }
        Collections.shuffle(stacks, random);
        return stacks;
    }

    /**
     * What a bug's reports have in common.
     *
     * @param corrupts it fails anywhere
     * @param variants places it fails at, each innermost first; the first is met most
     * @param routes ways to get there
     */
    private record Bug(boolean corrupts, List<List<String>> variants, List<List<String>> routes) {}

    private Bug bug() {
        int program = popular(PROGRAMS);
        List<String> core = functions(program, 1 + random.nextInt(3));
        List<List<String>> variants = new ArrayList<>();
        do {
            List<String> variant = new ArrayList<>(top());
            variant.addAll(random.nextInt(5) < 2 ? core : functions(program, 1 + random.nextInt(3)));
            variants.add(variant);
        } while (random.nextInt(100) < VARIANTS_PERCENT);
        List<List<String>> routes = new ArrayList<>();
        do {
            List<String> route = new ArrayList<>(functions(program, 1 + random.nextInt(6)));
            for (int i = random.nextInt(4); i > 0; i--) {
                route.addAll(List.of("g_closure_invoke", "IA__g_signal_emit_valist", "lib_call_" + popular(12)));
            }
            routes.add(route);
        } while (random.nextInt(2) == 0);
        return new Bug(random.nextInt(25) == 0, variants, routes);
    }

    /** Library functions that fail for many programs, or none. */
    private List<String> top() {
        List<String> top = new ArrayList<>();
        int shape = random.nextInt(8);
        if (shape < 2) {
            top.addAll(List.of("__kernel_vsyscall", "raise", "abort"));
            top.addAll(shape == 0 ? List.of("g_logv", "g_log") : List.of("__assert_fail"));
        }
        int calls = shape < 5 ? 1 + random.nextInt(4) : 0;
        for (int i = 0; i < calls; i++) {
            top.add("lib_call_" + popular(LIBRARY));
        }
        return top;
    }

    private List<String> functions(int program, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("prog" + program + "_do_" + popular(FUNCTIONS));
        }
        return names;
    }

    /** Low numbers are drawn far oftener than high ones. */
    private int popular(int of) {
        return (int) (of * Math.pow(random.nextDouble(), 2.2));
    }

    private List<String> noisy(Bug bug) {
        List<String> frames = new ArrayList<>();
        if (random.nextInt(12) == 0) {
            frames.addAll(List.of(
                    "__kernel_vsyscall", "waitpid", "g_spawn_sync", "bug_report_handler", "<signal handler called>"));
        }
        if (bug.corrupts()) {
            frames.addAll(List.of("raise", "abort", "__libc_message", "_int_free", "lib_call_" + popular(LIBRARY)));
        } else {
            int variant = (int) (bug.variants().size() * Math.pow(random.nextDouble(), 2.5));
            frames.addAll(bug.variants().get(variant));
        }
        frames.addAll(bug.routes().get(random.nextInt(bug.routes().size())));
        frames.addAll(List.of("g_main_context_dispatch", "g_main_loop_run", "gtk_main", "main"));
        List<String> left = new ArrayList<>();
        for (String frame : frames) {
            int chance = random.nextInt(100);
            if (chance >= LOST_PERCENT) {
                left.add(chance < LOST_PERCENT + 1 ? "??" : frame);
            }
        }
        int depth = random.nextInt(8) == 0 ? 4 + random.nextInt(8) : left.size();
        return left.subList(0, Math.min(depth, left.size()));
    }
}
