package dev.flotsam.triage.trail;

import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.trail.Account.End;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reports whose outcome another one can have changed.
 *
 * <p>What differs without that report isn't enough: when two reports that would have changed a third alike come at once, or
 * one of them died on the way, neither would see a difference. So its own end and those of the same app before and after
 * it, which a launch judges or takes witnesses from, are always looked at.
 */
final class Reach {
    private Reach() {}

    /** The report itself and those it can have changed. */
    static Set<ReportId> of(ReportId report, Account account, Account without) {
        Set<ReportId> near = new LinkedHashSet<>(Set.of(report));
        account.endOf(report).ifPresent(own -> {
            List<End> ofApp =
                    account.ends().stream().filter(end -> isOfOneApp(end, own)).toList();
            int at = ofApp.indexOf(own);
            ofApp.subList(Math.max(0, at - 1), Math.min(ofApp.size(), at + 2))
                    .forEach(end -> near.addAll(end.reports()));
        });
        account.reports().stream()
                .filter(other -> !other.equals(report))
                .filter(other -> !account.shareOf(other).equals(without.shareOf(other)))
                .forEach(near::add);
        return near;
    }

    /** Kills name processes, other reports bundles. */
    private static boolean isOfOneApp(End one, End other) {
        String name = lastWord(one);
        String otherName = lastWord(other);
        return name.isEmpty() || otherName.isEmpty() || name.equalsIgnoreCase(otherName);
    }

    private static String lastWord(End end) {
        String app = end.incident().appId();
        return app.substring(app.lastIndexOf('.') + 1);
    }
}
