package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Decided;
import java.util.Collection;
import java.util.Optional;

/** Of every cluster people said, before any report came, that it is resolved in 5.0: every report contradicts them. */
final class ResolvedEarlier implements Decided {
    private static final String VERSION = "5.0";

    @Override
    public boolean isFamiliar(String app, ClusterId cluster) {
        return false;
    }

    @Override
    public Optional<Regression> regression(String app, ClusterId cluster, Collection<String> seen) {
        return seen.stream()
                .filter(version -> !version.startsWith(VERSION))
                .sorted()
                .findFirst()
                .map(version -> new Regression(cluster, VERSION, version, ReportBuilder.UPLOADED));
    }
}
