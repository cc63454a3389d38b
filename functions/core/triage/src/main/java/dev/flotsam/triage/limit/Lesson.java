package dev.flotsam.triage.limit;

import dev.flotsam.memory.atlas.LimitKey;
import dev.flotsam.memory.atlas.LimitSample;
import dev.flotsam.memory.atlas.LimitVote;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.examine.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What one report teaches about one limit.
 *
 * @param key which limit
 * @param vote what it says
 */
public record Lesson(LimitKey key, LimitVote vote) {
    /** Reports that name no installation share these few votes, whoever sends them. */
    private static final int UNNAMED = 4;

    private static final int INSTALLATION_DIGITS = 12;
    private static final int REPORT_DIGITS = 8;

    /** The lessons of a finding: the same for the same report, however often it comes. */
    public static List<Lesson> of(Finding finding, ReportId report) {
        return switch (finding) {
            case Finding.Jetsam jetsam ->
                lessons(LimitSample.of(jetsam.event()), jetsam.event().installation(), report);
            case Finding.Session session ->
                lessons(
                        LimitSample.of(session.record()).stream().toList(),
                        session.record().run().installation(),
                        report);
            case Finding.Warning warning ->
                lessons(
                        LimitSample.of(warning.warning()).stream().toList(),
                        warning.warning().installation(),
                        report);
            case Finding.Portrait ignored -> List.of();
            case Finding.Allocations ignored -> List.of();
            case Finding.Exits ignored -> List.of();
            case Finding.Stack ignored -> List.of();
            case Finding.Recognised ignored -> List.of();
            case Finding.Rejected ignored -> List.of();
            case Finding.Symbols ignored -> List.of();
        };
    }

    private static List<Lesson> lessons(List<LimitSample> samples, String installation, ReportId report) {
        List<Lesson> lessons = new ArrayList<>();
        for (LimitSample sample : samples) {
            if (sample.key().isPlausible()) {
                String told = hash(report + "\n" + lessons.size()).substring(0, REPORT_DIGITS);
                String voter = installation.isEmpty()
                        ? "unnamed\n" + Integer.parseInt(told, 0, 4, 16) % UNNAMED
                        : "installation\n" + installation;
                lessons.add(new Lesson(
                        sample.key(),
                        new LimitVote(
                                hash(voter).substring(0, INSTALLATION_DIGITS), told, sample.bytes(), sample.source())));
            }
        }
        return lessons;
    }

    private static String hash(String text) {
        return Digest.hex(Digest.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
