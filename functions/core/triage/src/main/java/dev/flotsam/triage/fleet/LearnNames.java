package dev.flotsam.triage.fleet;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.signature.Origin;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.fleet.LearnedImage;
import dev.flotsam.symbols.fleet.Observation;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.examine.FrameOrigins;
import dev.flotsam.triage.fleet.LearnedBlocks.Stored;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Learns from one report: .ips frames say {@code symbol} and {@code symbolLocation}, KSCrash frames {@code symbol_name} and
 * {@code symbol_addr}. Only frames of system images count, by the image's path as well as by what the rules say.
 *
 * <p>Nothing depends on it: where storage is short or somebody else keeps writing, the lesson is dropped, for the next
 * report of the same place brings it again.
 */
public final class LearnNames {
    /** Frames looked at of one report; an honest one's threads have about 500, of which many are the same. */
    static final int MOST_FRAMES = 1_000;

    /** Blocks written for one report: hostile reports must not cost more than they are worth. */
    static final int MOST_WRITES = 16;

    private static final int MOST_ATTEMPTS = 3;
    private static final Duration KEPT = Duration.ofDays(400);
    private static final Set<Format> TEACHERS = Set.of(Format.IPS, Format.KSCRASH);
    private static final List<String> SYSTEM_FOLDERS = List.of("/System/", "/usr/lib/");

    private final LearnedBlocks blocks;
    private final RecentBlocks recent;
    private final FrameOrigins origins;
    private final Clock clock;

    /**
     * Over what is known.
     *
     * @param origins tells the system's frames
     */
    public LearnNames(LearnedBlocks blocks, FrameOrigins origins, Clock clock) {
        this.blocks = blocks;
        this.recent = new RecentBlocks(blocks, clock);
        this.origins = origins;
        this.clock = clock;
    }

    /** Learns from a stack; nothing from anything else, and nothing more from the same report again. */
    public void learn(Finding finding) {
        if (finding instanceof Finding.Stack stack) {
            learn(stack.report());
        }
    }

    void learn(ParsedReport report) {
        if (!TEACHERS.contains(report.format())
                || report.incident().installation().isBlank()) {
            return;
        }
        try {
            learn(observed(report));
        } catch (Fault ignored) {
            // A report is recorded whether or not something is learned from it.
        }
    }

    private void learn(Map<Block, List<Observation>> observed) {
        Map<Block, Stored> known = recent.find(observed.keySet());
        int writes = 0;
        for (Map.Entry<Block, List<Observation>> lesson : observed.entrySet()) {
            if (writes == MOST_WRITES) {
                return;
            }
            writes += learn(lesson.getKey(), known.get(lesson.getKey()), lesson.getValue()) ? 1 : 0;
        }
    }

    /** Answers whether the block had to be written. */
    private boolean learn(Block block, Stored known, List<Observation> lesson) {
        Stored standing = known;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            LearnedImage more = standing.learned().learn(lesson);
            if (Arrays.equals(more.encode(), standing.learned().encode())) {
                return attempt > 0;
            }
            recent.forget(block);
            if (blocks.keep(block, more, standing.revision(), clock.instant().plus(KEPT))) {
                return true;
            }
            standing = recent.find(List.of(block)).get(block);
        }
        return true;
    }

    private Map<Block, List<Observation>> observed(ParsedReport report) {
        Map<Block, List<Observation>> observed = new LinkedHashMap<>();
        Stream.concat(
                        report.lastExceptionBacktrace().stream(),
                        report.threads().stream().map(ReportThread::frames).flatMap(List::stream))
                .filter(frame -> !frame.symbol().isEmpty() && frame.symbolOffset() >= 0 && frame.offset() >= 0)
                .filter(frame -> frame.file().isEmpty() && !frame.inlined())
                .limit(MOST_FRAMES)
                .forEach(frame -> systemImage(report, frame)
                        .ifPresent(image -> observed.merge(
                                Block.of(image, frame.offset()),
                                List.of(observation(report, image, frame)),
                                LearnNames::both)));
        return observed;
    }

    private static List<Observation> both(List<Observation> a, List<Observation> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    private static Observation observation(ParsedReport report, UUID image, Frame frame) {
        return new Observation(
                image,
                frame.offset(),
                frame.symbol(),
                frame.symbolOffset(),
                report.incident().installation());
    }

    private Optional<UUID> systemImage(ParsedReport report, Frame frame) {
        return report.imageOf(frame)
                .filter(image -> isSystemPath(image) && origins.of(report, frame) == Origin.SYSTEM)
                .flatMap(image -> ImageId.parseUuid(image.uuid()));
    }

    private static boolean isSystemPath(BinaryImage image) {
        return SYSTEM_FOLDERS.stream().anyMatch(image.path()::startsWith)
                && !image.path().contains("..");
    }
}
