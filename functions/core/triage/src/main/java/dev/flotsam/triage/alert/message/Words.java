package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.FrameLine;
import java.util.ArrayList;
import java.util.List;

/** A cluster in words, redacted. */
final class Words {
    private Words() {}

    /** "crash", "hang", "out of memory" or "resource limit". */
    static String ofKind(String kind) {
        if (kind.startsWith("foom") || kind.startsWith("jetsam")) {
            return "out of memory";
        }
        if (kind.startsWith("hang")) {
            return "hang";
        }
        return kind.startsWith("resource") ? "resource limit" : "crash";
    }

    static String app(Cluster cluster) {
        return app(cluster.app());
    }

    static String app(String name) {
        return name.isEmpty() ? "an unnamed app" : Redaction.of(name);
    }

    static String title(Cluster cluster) {
        return cluster.title().isEmpty() ? "No readable frame" : Redaction.of(cluster.title());
    }

    /** A version, OS or device; "unknown" where the report doesn't say. */
    static String fact(String value) {
        return value.isEmpty() ? "unknown" : Redaction.ofFact(value);
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The first {@code most} frames of the stack with their places in it, the topmost in-app one moved to the front. */
    static List<Numbered> frames(Cluster cluster, int most) {
        List<FrameLine> stack = cluster.exemplar().frames();
        List<Numbered> frames = new ArrayList<>();
        for (int i = 0; i < stack.size(); i++) {
            frames.add(new Numbered(i, stack.get(i)));
        }
        frames.stream().filter(frame -> frame.line().inApp()).findFirst().ifPresent(own -> {
            frames.remove(own);
            frames.addFirst(own);
        });
        return List.copyOf(frames.subList(0, Math.min(most, frames.size())));
    }

    /**
     * A frame and where it stands.
     *
     * @param index 0 is innermost
     * @param line what it is
     */
    record Numbered(int index, FrameLine line) {
        String image() {
            return Redaction.of(line.image());
        }

        String symbol() {
            return Redaction.of(line.symbol());
        }

        String place() {
            return Redaction.of(line.place());
        }
    }
}
