package dev.flotsam.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingDayTest {
    private static final Instant UPLOADED = Instant.parse("2026-03-31T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T09:00:00Z, 2026-03-31, the same day",
        "2026-03-01T00:00:00Z, 2026-03-01, 30 days before",
        "2026-02-28T23:59:59Z, 2026-03-31, 31 days before: the device's clock is not believed",
        "2026-04-01T23:59:59Z, 2026-04-01, a day after: other zones are ahead",
        "2026-04-02T00:00:00Z, 2026-03-31, two days after: the device's clock is not believed",
        "1970-01-01T00:00:00Z, 2026-03-31, a clock that was never set",
    })
    void a_report_counts_on_its_capture_day_within_reason(Instant captured, LocalDate day, String why) {
        assertThat(Occurrence.countingDay(Optional.of(captured), UPLOADED))
                .as(why)
                .isEqualTo(day);
    }

    @Test
    void a_report_without_a_time_counts_on_its_upload_day() {
        assertThat(Occurrence.countingDay(Optional.empty(), UPLOADED)).isEqualTo(LocalDate.parse("2026-03-31"));
    }
}
