package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.health.Versions;
import org.junit.jupiter.api.Test;

/** What every list of versions does. */
public abstract class VersionsContract {

    /** A list that holds nothing. */
    protected abstract Versions noVersions();

    @Test
    void an_app_that_nobody_told_of_has_no_versions() {
        Versions versions = noVersions();
        assertThat(versions.apps()).isEmpty();
        assertThat(versions.of(APP)).isEmpty();
    }

    @Test
    void each_version_is_listed_once_with_its_app_however_often_it_is_noted() {
        Versions versions = noVersions();
        versions.note(APP, "5.2 (1042)", UPLOADED);
        versions.note(APP, "5.2 (1042)", UPLOADED.plusSeconds(60));
        versions.note(APP, "", UPLOADED);
        versions.note("com.example.buoy", "灯台 #1", UPLOADED);

        assertThat(versions.apps()).containsExactly("com.example.buoy", APP);
        assertThat(versions.of(APP)).containsExactlyInAnyOrder("5.2 (1042)", "");
        assertThat(versions.of("com.example.buoy")).containsExactly("灯台 #1");
    }
}
