package dev.flotsam.servetriage;

import static dev.flotsam.servetriage.Asked.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotsam.servetriage.UploadsResource.OpenedUpload;
import dev.flotsam.servetriage.UploadsResource.WantedUpload;
import dev.flotsam.triage.access.Role;
import org.junit.jupiter.api.Test;

final class UploadsResourceTest {
    private static final WantedUpload REPORT = new WantedUpload("crashes", "a.ips", 7);

    private final Asked asked = new Asked();

    @Test
    void aPlaceIsOpenedUnderTheKindsPrefixAndNotKeptByCaches() {
        var answer = asked.uploads(Role.UPLOAD).open(REPORT);
        OpenedUpload opened = answer.getEntity();

        assertThat(opened.key()).startsWith("crashes/").endsWith("/a.ips");
        assertThat(opened.fields()).containsEntry("key", opened.key());
        assertThat(opened.expires()).isAfter(asked.triage.clock.instant());
        assertThat(answer.getHeaders().getFirst("Cache-Control").toString()).contains("no-store");
    }

    @Test
    void reportsAndSymbolsWantTheirOwnRole() {
        WantedUpload symbols = new WantedUpload("symbols", "App.dSYM.zip", 7);

        asked.uploads(Role.SYMBOLS).open(symbols);
        refused(403, () -> asked.uploads(Role.UPLOAD).open(symbols));
        refused(403, () -> asked.uploads(Role.SYMBOLS).open(REPORT));
        refused(403, () -> asked.uploads(Role.READ, Role.TRIAGE).open(REPORT));
    }

    @Test
    void whatIsTooLargeOrTooManyIsRefused() {
        UploadsResource uploads = asked.uploads(Role.UPLOAD);
        refused(413, () -> uploads.open(new WantedUpload("crashes", "a.ips", 1L << 40)));
        uploads.open(REPORT);
        uploads.open(REPORT);
        refused(429, () -> uploads.open(REPORT));
    }

    @Test
    void anUnknownKindOrNoBytesAreWrong() {
        UploadsResource uploads = asked.uploads(Role.ADMIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> uploads.open(new WantedUpload("gsym", "a", 7)))
                .withMessageContaining("crashes, memory or symbols");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> uploads.open(new WantedUpload("crashes", null, 0)))
                .withMessageContaining("bytes");
    }
}
