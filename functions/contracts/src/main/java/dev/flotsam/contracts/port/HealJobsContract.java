package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.HealJob.Cursor;
import dev.flotsam.triage.symbol.HealJob.Scan;
import dev.flotsam.triage.symbol.HealJob.Tally;
import dev.flotsam.triage.symbol.HealJobs;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of heal jobs does. */
public abstract class HealJobsContract {
    private static final ClusterId CLUSTER = ClusterId.of(APP, "0x1234");
    private static final HealJob.Key KEY = key("arm64", CLUSTER);

    /** A store that holds nothing. */
    protected abstract HealJobs emptyHealJobs();

    @Test
    void aJobThatNobodyWokeIsNotThere() {
        assertThat(emptyHealJobs().find(KEY)).isEmpty();
    }

    @Test
    void aJobThatIsWokenHasEverythingBeforeIt() {
        HealJobs jobs = emptyHealJobs();
        jobs.wake(KEY, APP);
        assertThat(jobs.find(KEY)).contains(new HealJob(KEY, APP, 1, 1, Scan.NONE));
        assertThat(jobs.find(KEY).orElseThrow().isDone()).isFalse();
    }

    @Test
    void jobsOfOtherClustersAndArchitecturesAreOthers() {
        HealJobs jobs = emptyHealJobs();
        jobs.wake(KEY, APP);
        assertThat(jobs.find(key("arm64e", CLUSTER))).isEmpty();
        assertThat(jobs.find(key("arm64", ClusterId.of(APP, "0x5678")))).isEmpty();
    }

    @Test
    void whatAStepWritesComesBackAsItWas() {
        HealJobs jobs = emptyHealJobs();
        jobs.wake(KEY, "");
        HealJob begun = jobs.find(KEY).orElseThrow().underWay();
        Tally tally = new Tally(7, 1, 2, Map.of(ClusterId.of(APP, "a()"), 5, ClusterId.of(APP, "b()"), 2));
        HealJob further = begun.at(begun.scan()
                .advanced(new Cursor(Optional.of("PAGE#1#a"), "PAGE#0#b", 300), tally)
                .stumbled(new Cursor(Optional.of("PAGE#1#a"), "PAGE#0#b", 301), tally));
        assertThat(jobs.replace(further)).isTrue();
        assertThat(jobs.find(KEY)).contains(further);
        HealJob ended = further.at(further.scan().ended());
        assertThat(jobs.replace(ended)).isTrue();
        assertThat(jobs.find(KEY)).contains(ended);
        assertThat(ended.isDone()).isTrue();
    }

    @Test
    void ofTwoStepsOfOneRevisionOneWrites() throws Exception {
        HealJobs jobs = emptyHealJobs();
        jobs.wake(KEY, APP);
        HealJob begun = jobs.find(KEY).orElseThrow().underWay();
        HealJob step = begun.at(begun.scan().ended());
        assertThat(Racing.all(8, contender -> jobs.replace(step)))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
    }

    @Test
    void aJobThatIsNotThereIsNotReplaced() {
        assertThat(emptyHealJobs().replace(new HealJob(KEY, APP, 1, 1, Scan.NONE)))
                .isFalse();
    }

    @Test
    void noWakeUpIsLostHoweverManyComeAtOnce() throws Exception {
        HealJobs jobs = emptyHealJobs();
        Racing.all(16, contender -> {
            jobs.wake(KEY, APP);
            return true;
        });
        assertThat(jobs.find(KEY)).contains(new HealJob(KEY, APP, 16, 16, Scan.NONE));
    }

    @Test
    void aStepThatDidNotSeeAWakeUpIsRefusedAndAJobWokenAgainIsNotDone() {
        HealJobs jobs = emptyHealJobs();
        jobs.wake(KEY, APP);
        HealJob begun = jobs.find(KEY).orElseThrow().underWay();
        HealJob done = begun.at(begun.scan().ended());
        jobs.wake(KEY, APP);
        assertThat(jobs.replace(done)).isFalse();
        HealJob woken = jobs.find(KEY).orElseThrow();
        assertThat(jobs.replace(woken.at(done.scan()))).isTrue();
        assertThat(jobs.find(KEY).orElseThrow().isDone()).isFalse();
        assertThat(jobs.find(KEY).orElseThrow().underWay().scan().serves()).isEqualTo(2);
    }

    private static HealJob.Key key(String architecture, ClusterId cluster) {
        return new HealJob.Key(
                new ImageId(UUID.fromString("3f1c5a6e-7b2d-4c8e-9a10-000000000001"), new Arch(architecture)), cluster);
    }
}
