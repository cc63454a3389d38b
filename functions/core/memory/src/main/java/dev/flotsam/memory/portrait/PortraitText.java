package dev.flotsam.memory.portrait;

import dev.flotsam.memory.portrait.Portrait.RegionTotal;
import dev.flotsam.memory.portrait.PortraitReport.ClassTotal;
import dev.flotsam.memory.portrait.PortraitReport.Cycle;
import dev.flotsam.memory.portrait.PortraitReport.Retainer;
import dev.flotsam.memory.portrait.PortraitReport.Step;
import java.util.List;
import java.util.Locale;

/**
 * A report for people. Paths are printed in reverse, as the article prints them: the big node first, then who refers to
 * it, one step further in on every line, so that they look like stairs.
 */
final class PortraitText {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final int TABLE_ROWS = 15;

    private final StringBuilder out = new StringBuilder();

    private PortraitText() {}

    static String of(PortraitReport report) {
        PortraitText text = new PortraitText();
        text.heap(report);
        text.dominatorPath(report.dominatorPath());
        text.retainers(report.retainers());
        text.classes(report.classes());
        text.knots(report.knots());
        text.regions(report.regions());
        return text.out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void heap(PortraitReport report) {
        report.facts().forEach((name, value) -> line(String.format(Locale.ROOT, "%s: %s", name, value)));
        line(String.format(
                Locale.ROOT,
                "%,d nodes, %,d references, %s; %,d roots",
                report.nodes(),
                report.references(),
                bytes(report.bytes()),
                report.roots()));
        if (report.leakedKnots() > 0) {
            line(String.format(
                    Locale.ROOT,
                    "not reached from any root: %s in %,d knots",
                    bytes(report.leakedBytes()),
                    report.leakedKnots()));
        }
        if (report.dangling() > 0) {
            line(String.format(Locale.ROOT, "%,d references lead to or from what is no node", report.dangling()));
        }
    }

    private void dominatorPath(List<Step> path) {
        if (path.isEmpty()) {
            return;
        }
        line("\nWhat keeps most, from the root down:");
        for (int depth = 0; depth < path.size(); depth++) {
            line(String.format(
                    Locale.ROOT,
                    "%s%s retains %s",
                    "  ".repeat(depth + 1),
                    name(path.get(depth)),
                    bytes(path.get(depth).retained())));
        }
    }

    private void retainers(List<Retainer> retainers) {
        if (retainers.isEmpty()) {
            return;
        }
        line("\nNodes that retain most, and who refers to them:");
        for (Retainer retainer : retainers) {
            List<Step> path = retainer.backwards();
            line(String.format(
                    Locale.ROOT,
                    "  %s, own %s, retains %s",
                    name(retainer.node()),
                    bytes(retainer.node().size()),
                    bytes(retainer.node().retained())));
            for (int depth = 1; depth < path.size(); depth++) {
                Step step = path.get(depth);
                line(String.format(
                        Locale.ROOT, "  %s<- %s, own %s", "  ".repeat(depth), name(step), bytes(step.size())));
            }
        }
    }

    private void classes(List<ClassTotal> classes) {
        line(String.format(Locale.ROOT, "%n%12s %12s %12s  %s", "retained", "own", "instances", "class"));
        classes.stream()
                .limit(TABLE_ROWS)
                .forEach(total -> line(String.format(
                        Locale.ROOT,
                        "%12s %12s %,12d  %s",
                        bytes(total.retained()),
                        bytes(total.bytes()),
                        total.instances(),
                        total.className())));
    }

    private void knots(List<Cycle> knots) {
        if (knots.isEmpty()) {
            return;
        }
        line("\nRetention cycles:");
        for (Cycle knot : knots) {
            line(String.format(Locale.ROOT, "  %,d nodes, %s", knot.nodes(), bytes(knot.bytes())));
            for (Step step : knot.cycle()) {
                line(String.format(Locale.ROOT, "    -> %s", name(step)));
            }
        }
    }

    private void regions(List<RegionTotal> regions) {
        if (regions.isEmpty()) {
            return;
        }
        line(String.format(Locale.ROOT, "%n%12s %12s %12s %9s  %s", "dirty", "swapped", "virtual", "regions", "tag"));
        regions.stream()
                .limit(TABLE_ROWS)
                .forEach(total -> line(String.format(
                        Locale.ROOT,
                        "%12s %12s %12s %,9d  %s",
                        bytes(total.dirty()),
                        bytes(total.swapped()),
                        bytes(total.bytes()),
                        total.regions(),
                        total.tag())));
    }

    private static String name(Step step) {
        return step.className() + " 0x" + Long.toHexString(step.address());
    }

    static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }
}
