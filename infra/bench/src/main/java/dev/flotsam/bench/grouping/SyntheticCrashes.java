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
 * Made-up labelled crashes of a made-up iOS app, the same for the same seed. Everything is ours; nothing is taken from
 * real reports.
 *
 * <p>Bugs of all families share callers, system frames and helpers, so that equal frames alone prove nothing. One report
 * in {@value #DSYM_LOST_ONE_IN} of a bug lacks its dSYM: app frames are offsets of one of three builds.
 */
final class SyntheticCrashes {
    private static final int BUGS_PER_FAMILY = 12;
    private static final int DSYM_LOST_ONE_IN = 40;
    private static final int SHARED_CALLERS = 24;
    private static final String BUNDLE = "/private/var/containers/Bundle/Application/0/Feed.app/";

    private final Random random;

    private SyntheticCrashes(long seed) {
        this.random = new Random(seed);
    }

    /** Labelled stacks in a shuffled order of arrival. */
    static List<LabelledStack> of(long seed) {
        return new SyntheticCrashes(seed).stacks();
    }

    private List<LabelledStack> stacks() {
        List<LabelledStack> stacks = new ArrayList<>();
        for (SyntheticFamily family : SyntheticFamily.values()) {
            for (int i = 0; i < BUGS_PER_FAMILY; i++) {
                SyntheticBug bug = bug(family, i);
                int reports = 2 + (int) (8 / (1 + 7 * random.nextDouble()));
                for (int n = 0; n < reports; n++) {
                    stacks.add(report(bug, stacks.size()));
                }
            }
        }
        Collections.shuffle(stacks, random);
        return stacks;
    }

    private SyntheticBug bug(SyntheticFamily family, int number) {
        String type = "Screen" + (number % 5);
        String function = type + ".step" + family.name().replace("_", "") + number;
        List<List<String>> routes = new ArrayList<>();
        for (int route = 0; route < 3; route++) {
            List<String> callers = new ArrayList<>();
            for (int depth = 0; depth < 2 + random.nextInt(4); depth++) {
                callers.add("Flow.pass" + random.nextInt(SHARED_CALLERS) + "(_:)");
            }
            routes.add(callers);
        }
        return new SyntheticBug(number, family, function, routes);
    }

    private LabelledStack report(SyntheticBug bug, int number) {
        boolean nameless = random.nextInt(DSYM_LOST_ONE_IN) == 0;
        int build = random.nextInt(3);
        List<SignableFrame> frames = new ArrayList<>();
        for (String name : bug.family().innermost(bug, random)) {
            frames.add(frame(name, nameless, build));
        }
        for (String caller : bug.callers().get(random.nextInt(bug.callers().size()))) {
            frames.add(frame(caller, nameless, build));
        }
        for (String name : List.of(
                "!-[UIApplication sendAction:to:from:forEvent:]",
                "!__CFRunLoopDoSource0",
                "!CFRunLoopRunSpecific",
                "!GSEventRunModal",
                "!UIApplicationMain",
                "main",
                "!start")) {
            frames.add(frame(name, nameless, build));
        }
        SignableStack stack = new SignableStack(
                cause(bug.family()), new AppCode("org.example.feed", "Feed", BUNDLE + "Feed"), frames);
        return new LabelledStack("r" + number, bug.family() + "/" + bug.function(), stack);
    }

    private static SignableFrame frame(String name, boolean nameless, int build) {
        if (name.startsWith("!")) {
            return new SignableFrame(
                    "UIKitCore", "", "/System/Library/UIKitCore", name.substring(1), "", 0, false, 16, sure(true));
        }
        String shown = nameless ? "" : name;
        long offset = 0x1000L + (name.hashCode() & 0xffffff) + build * 64L;
        return new SignableFrame(
                "Feed", "BUILD-" + build, BUNDLE + "Feed", shown, "", 0, false, offset, sure(!nameless));
    }

    private static SignableFrame.Naming sure(boolean named) {
        return named ? SignableFrame.Naming.SURE : SignableFrame.Naming.NONE;
    }

    private static Cause cause(SyntheticFamily family) {
        ParsedReport.Kind kind = family == SyntheticFamily.WAITS ? ParsedReport.Kind.HANG : ParsedReport.Kind.CRASH;
        String type = family == SyntheticFamily.ABORTS ? "EXC_CRASH" : "EXC_BAD_ACCESS";
        String signal = family == SyntheticFamily.ABORTS ? "SIGABRT" : "SIGSEGV";
        return new Cause(kind, type, "", signal, "", "", false, "", Optional.empty());
    }
}
