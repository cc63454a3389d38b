package dev.flotsam.servetriage;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.flotsam.triage.rules.AdoptRules.Adopted;
import dev.flotsam.triage.rules.PreviewRules.Previewed;
import dev.flotsam.triage.rules.RulesOfApp;
import java.time.Instant;
import java.util.List;

/** What the API takes and says about apps' rules. */
final class RulesAnswers {
    private RulesAnswers() {}

    static RulesAnswer answer(RulesOfApp rules) {
        boolean isStored = rules.revision() > 0;
        return new RulesAnswer(
                rules.app(),
                rules.revision(),
                rules.active(),
                rules.pending().orElse(null),
                isStored ? rules.changed() : null,
                isStored ? rules.by() : null,
                rules.adopted().orElse(null));
    }

    static AdoptedAnswer adopted(Adopted step) {
        return new AdoptedAnswer(
                step.signed(),
                step.moved(),
                step.waiting(),
                step.next().map(Cursor::of).orElse(null));
    }

    static Preview preview(Previewed step) {
        return new Preview(
                step.reports().stream()
                        .map(report -> new Resigned(report.report(), report.before(), report.after()))
                        .toList(),
                step.next().map(Cursor::of).orElse(null));
    }

    /**
     * An app's rules.
     *
     * @param revision to be named by the next change
     * @param active in force; {} for the built-in rules alone
     * @param pending wanted and not adopted, null for none
     * @param adopted when those in force were put in force
     */
    record RulesAnswer(
            String app,
            long revision,
            @JsonRawValue String active,
            @JsonRawValue String pending,
            Instant changed,
            String by,
            Instant adopted) {}

    /**
     * Where to go on.
     *
     * @param cursor the {@code next} of the step before, absent to start
     */
    record WantedStep(String cursor) {
        WantedStep {
            cursor = cursor == null ? "" : cursor;
        }
    }

    /**
     * One step.
     *
     * @param signed reports that are signed otherwise now
     * @param moved those of them that are in another cluster now
     * @param waiting functions may still sign by the rules before: go on in a while
     * @param next cursor of the next step, null when all is done
     */
    record AdoptedAnswer(int signed, int moved, boolean waiting, String next) {}

    /**
     * What rules would do to some reports.
     *
     * @param next cursor of the next step, null at the end
     */
    record Preview(List<Resigned> reports, String next) {}

    /**
     * A report under both rules.
     *
     * @param before its cluster
     * @param after the cluster it would be in
     */
    record Resigned(String report, String before, String after) {}
}
