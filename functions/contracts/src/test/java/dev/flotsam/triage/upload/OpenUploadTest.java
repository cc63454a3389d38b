package dev.flotsam.triage.upload;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakePostForms;
import dev.flotsam.contracts.fake.FakeQuotas;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.upload.OpenUpload.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenUploadTest {
    private static final ApiKey KEY =
            new ApiKey(ApiKey.hashOf("secret"), "CI", Set.of(Role.UPLOAD), Set.of(ApiKey.EVERY_APP), UPLOADED);
    private static final Quota QUOTA = new Quota(3, 1_000);

    private final FakeClock clock = new FakeClock(UPLOADED);
    private final OpenUpload uploads =
            new OpenUpload(new FakePostForms(clock), new FakeQuotas(), QUOTA, clock, new Random(1));

    @Test
    void the_server_chooses_a_key_under_the_kinds_prefix_that_nobody_guesses() {
        String one = opened(UploadKind.CRASHES, "App-2026.ips").key();
        String two = opened(UploadKind.CRASHES, "App-2026.ips").key();

        assertThat(one).matches("crashes/2026-03-02/[0-9a-f]{32}/App-2026\\.ips");
        assertThat(two).isNotEqualTo(one);
        assertThat(opened(UploadKind.SYMBOLS, "App.dSYM.zip").key()).startsWith("symbols/");
    }

    @Test
    void a_hostile_name_stays_one_plain_part_of_the_key() {
        assertThat(opened(UploadKind.MEMORY, "../../keys/ü\n.plist").key()).endsWith("/_._.._keys___.plist");
        assertThat(opened(UploadKind.MEMORY, "").key()).endsWith("/upload");
        assertThat(opened(UploadKind.MEMORY, "x".repeat(5_000) + ".ips").key())
                .hasSizeLessThan(200)
                .endsWith("x.ips");
    }

    @Test
    void a_form_holds_for_five_minutes_and_the_announced_bytes() {
        PostForm form = opened(UploadKind.CRASHES, "a.ips");

        assertThat(form.expires()).isEqualTo(UPLOADED.plus(Duration.ofMinutes(5)));
    }

    @Test
    void what_is_too_large_or_empty_is_refused_and_costs_nothing() {
        long most = UploadKind.CRASHES.mostBytes();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(uploads.open(KEY, UploadKind.CRASHES, "a", most + 1)).isEqualTo(new Opening.TooLarge(most));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> uploads.open(KEY, UploadKind.CRASHES, "a", 0));
        assertThat(uploads.open(KEY, UploadKind.CRASHES, "a", 1)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void a_key_that_uploaded_enough_waits_for_the_next_day() {
        for (int upload = 0; upload < QUOTA.uploads(); upload++) {
            opened(UploadKind.CRASHES, "a.ips");
        }

        assertThat(uploads.open(KEY, UploadKind.CRASHES, "a", 1))
                .isEqualTo(new Opening.QuotaSpent(QUOTA, Instant.parse("2026-03-03T00:00:00Z")));
        clock.advance(Duration.ofDays(1));
        opened(UploadKind.CRASHES, "a.ips");
    }

    private PostForm opened(UploadKind kind, String name) {
        return ((Opening.Opened) uploads.open(KEY, kind, name, 10)).form();
    }
}
