package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Cluster.FrameLine;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.ReportId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Clusters of a made-up app. */
final class ClusterStories {
    private static final Instant CREATED = Instant.parse("2026-03-02T09:15:00Z");

    private ClusterStories() {}

    static Cluster lantern() {
        return named(
                "com.example.lighthouse",
                "LanternView.refresh()",
                "It read memory that was freed.",
                new FrameLine("libobjc.A.dylib", "objc_release", "", false),
                new FrameLine("Lighthouse", "LanternView.refresh()", "LanternView.swift:42", true),
                new FrameLine("UIKitCore", "-[UIView layoutSubviews]", "", false));
    }

    static Cluster named(String app, String title, String sentence, FrameLine... frames) {
        return new Cluster(
                ClusterId.of(app, title),
                app,
                "bad-access",
                title,
                "signature",
                "test-1",
                false,
                "shard:1",
                Cause.INGEST,
                CREATED,
                new ReportId("0123456789abcdef0123456789abcdef"),
                new Facts("5.2 (1042)", "iOS 17.2", "iPhone15,4", "", Optional.of(CREATED)),
                new Exemplar(sentence, List.of(frames), List.of()));
    }
}
