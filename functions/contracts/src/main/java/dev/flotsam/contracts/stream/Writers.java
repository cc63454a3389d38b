package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.contracts.stream.Census.Hardship;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Devices, people and expiry: whatever writes occurrences. */
final class Writers {
    private final FakeOccurrences occurrences;
    private final FakeClock clock;
    private final Random random;
    private final Census census;
    private final List<ReportBuilder> sent = new ArrayList<>();
    private final List<ReportId> live = new ArrayList<>();
    private final Set<ReportId> hostile = new HashSet<>();
    private final Set<ReportId> poisoned = new HashSet<>();
    private int names;

    Writers(FakeOccurrences occurrences, FakeClock clock, Random random, Census census) {
        this.occurrences = occurrences;
        this.clock = clock;
        this.random = random;
        this.census = census;
    }

    /** Reports whose raw bytes make reading them for people fail, each time. */
    Set<ReportId> hostile() {
        return Set.copyOf(hostile);
    }

    /** Reports whose stream records arrive unreadable. */
    boolean isPoisoned(ReportId id) {
        return poisoned.contains(id);
    }

    /** One thing happens. */
    void writeSomething() {
        clock.advance(Duration.ofSeconds(random.nextInt(300)));
        int kind = random.nextInt(100);
        if (kind < 58 || live.isEmpty()) {
            live.add(claim(crash()));
        } else if (kind < 64) {
            census.note(Hardship.REPORT_REPEATED);
            occurrences.claim(anySent().build());
        } else if (kind < 69) {
            census.note(Hardship.VARIANT_KEPT);
            occurrences.claim(anySent().withContent("edited " + names++).build());
        } else if (kind < 79) {
            move(random.nextBoolean() ? Cause.HEAL : Cause.SPLIT);
        } else if (kind < 82) {
            Occurrence report = anyLive();
            occurrences.revise(report.revised(report.outcome(), Cause.REPLAY));
        } else if (kind < 87) {
            census.note(Hardship.REPORT_DELETED);
            occurrences.delete(takeLive());
        } else if (kind < 91) {
            census.note(Hardship.REPORT_EXPIRED);
            occurrences.expire(takeLive());
        } else if (kind < 94) {
            live.add(claim(crash().rejected("truncated")));
        } else if (kind < 96) {
            claim(crash().recognised("spindump"));
        } else if (kind < 98) {
            census.note(Hardship.RECORD_POISONED);
            poisoned.add(ReportBuilder.idOf(nextName()));
            claim(crash());
        } else {
            hostile.add(ReportBuilder.idOf(nextName()));
            live.add(claim(crash()));
        }
    }

    private ReportId claim(ReportBuilder report) {
        sent.add(report);
        Occurrence built = report.build();
        occurrences.claim(built);
        return built.id();
    }

    /** A crash: one signature is a storm, others are rare, and it was captured on one of five days. */
    private ReportBuilder crash() {
        int rank = Math.min(random.nextInt(14), random.nextInt(14));
        ReportBuilder report = ReportBuilder.report(nextName())
                .ofApp(random.nextInt(5) == 0 ? "com.example.buoy" : ReportBuilder.APP)
                .signed("Beacon.signal" + rank + "()")
                .onVersion("5." + random.nextInt(3))
                .onOs("iOS 17." + random.nextInt(2))
                .onDevice("iPhone15," + random.nextInt(4))
                .ofInstallation("%016x".formatted(random.nextInt(25)))
                .uploadedAt(clock.instant())
                .capturedAt(clock.instant().minus(Duration.ofHours(random.nextInt(100))));
        names++;
        return random.nextInt(4) == 0
                ? report.missing("3F1C5A6E-7B2D-4C8E-9A10-%012d".formatted(random.nextInt(3)), "LanternKit")
                : report;
    }

    /** To a cluster that may be new, or out of the list of rejected reports. */
    private void move(Cause cause) {
        census.note(Hardship.REPORT_MOVED);
        Occurrence report = anyLive();
        String title = random.nextInt(3) == 0
                ? "Beacon.healed" + random.nextInt(6) + "()"
                : "Beacon.signal" + random.nextInt(14) + "()";
        Outcome elsewhere =
                ReportBuilder.report("any").ofApp(report.app()).signed(title).triaged();
        occurrences.revise(report.revised(elsewhere, report.cluster().isPresent() ? cause : Cause.REPLAY));
    }

    private ReportBuilder anySent() {
        return sent.get(random.nextInt(sent.size()));
    }

    private Occurrence anyLive() {
        return occurrences.find(live.get(random.nextInt(live.size()))).orElseThrow();
    }

    private ReportId takeLive() {
        return live.remove(random.nextInt(live.size()));
    }

    private String nextName() {
        return "report-" + names;
    }
}
