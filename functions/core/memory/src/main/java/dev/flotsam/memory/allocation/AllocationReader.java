package dev.flotsam.memory.allocation;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.memory.allocation.AllocationStacks.Stack;
import dev.flotsam.memory.allocation.StackListing.Listed;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.Run;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.json.JsonObject;
import dev.flotsam.report.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Allocation stacks as JSON, docs/formats/allocations.md: our own record, the bare list of stacks, Matrix's memory report
 * and OOMDetector's stacks. Bytes are of all allocations of a stack together.
 */
public final class AllocationReader {
    private final List<Listed> listed;
    private final FrameReader frames;

    private AllocationReader(List<Listed> listed, FrameReader frames) {
        this.listed = listed;
        this.frames = frames;
    }

    /** Whether a document holds allocation stacks. */
    public static boolean recognises(JsonValue document) {
        return recognises(StackListing.of(document));
    }

    private static boolean recognises(List<Listed> listed) {
        return listed.stream().anyMatch(Listed::isOne);
    }

    /** Reads one record. */
    public static Reading<AllocationStacks> read(JsonValue document) {
        RunFacts facts = new RunFacts(document);
        return read(document, facts.run(), facts.build());
    }

    /**
     * The stacks that a session record carries beside what it tells of its run, as OOMDetector's upload does; empty if it
     * carries none, or none that can be read: the record is worth reading without them.
     */
    public static Optional<AllocationStacks> within(JsonValue session, Run run, Build build) {
        return session.get("stack_oom") instanceof JsonObject
                        && read(session, run, build) instanceof Reading.Read<AllocationStacks>(AllocationStacks stacks)
                ? Optional.of(stacks)
                : Optional.empty();
    }

    private static Reading<AllocationStacks> read(JsonValue document, Run run, Build build) {
        List<Listed> listed = StackListing.of(document);
        if (!recognises(listed)) {
            return Reading.refused("not-allocations", "$", "no list of stacks with sizes");
        }
        List<JsonValue> images =
                document.firstOf("images", "binary_images", "binaryImages").elements();
        if (listed.size() > AllocationLimits.MAX_STACKS || images.size() > AllocationLimits.MAX_IMAGES) {
            return Reading.refused(
                    "too-large",
                    "$",
                    "more than " + AllocationLimits.MAX_STACKS + " stacks or " + AllocationLimits.MAX_IMAGES
                            + " images");
        }
        FrameReader frames =
                new FrameReader(images, document.firstOf("arch", "architecture").text());
        return new AllocationReader(listed, frames).read(run, build, document);
    }

    private Reading<AllocationStacks> read(Run run, Build build, JsonValue document) {
        List<Stack> stacks = new ArrayList<>();
        long all = 0;
        for (Listed stack : listed) {
            OptionalLong bytes = stack.size().integer();
            if (bytes.isEmpty() || bytes.getAsLong() < 0 || bytes.getAsLong() > AllocationLimits.MAX_BYTES) {
                return new Reading.Refused<>(new Rejection(
                        "wrong-type",
                        stack.place() + ".size",
                        "a number of bytes is expected, not "
                                + Rejection.shown(stack.size().text())));
            }
            List<Frame> read = frames(stack);
            all += read.size();
            if (all > AllocationLimits.MAX_ALL_FRAMES) {
                return Reading.refused(
                        "too-large",
                        stack.place(),
                        "more than " + AllocationLimits.MAX_ALL_FRAMES + " frames in all stacks");
            }
            stacks.add(new Stack(
                    read,
                    bytes.getAsLong(),
                    Math.clamp(stack.count().integer().orElse(1), 0, AllocationLimits.MAX_BYTES),
                    FrameReader.cut(stack.category())));
        }
        List<BinaryImage> images = frames.images();
        return new Reading.Read<>(
                new AllocationStacks(run, build, executable(document, build, images), images, stacks));
    }

    private List<Frame> frames(Listed stack) {
        return stack.frames().elements().stream()
                .limit(AllocationLimits.MAX_FRAMES)
                .map(frames::frame)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The main executable: as the record says, else its image's name, else the first image's: dyld loads it first. */
    private static String executable(JsonValue document, Build build, List<BinaryImage> images) {
        String said = FrameReader.cut(document.firstOf("process", "executable").text());
        if (!said.isEmpty()) {
            return said;
        }
        boolean listsImages = document.has("images") || document.has("binary_images");
        return images.stream()
                .filter(image -> !image.name().isEmpty())
                .filter(image -> image.uuid().equals(build.imageUuid())
                        || (build.imageUuid().isEmpty() && listsImages))
                .findFirst()
                .map(BinaryImage::name)
                .orElse(build.appId().substring(build.appId().lastIndexOf('.') + 1));
    }
}
