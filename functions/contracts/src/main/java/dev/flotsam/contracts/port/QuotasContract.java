package dev.flotsam.contracts.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.upload.Quota;
import dev.flotsam.triage.upload.Quotas;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of quotas does. */
public abstract class QuotasContract {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    /** A store that holds nothing. */
    protected abstract Quotas emptyQuotas();

    @Test
    void uploadsAreCountedByKeyAndDay() {
        Quotas quotas = emptyQuotas();
        Quota two = new Quota(2, 1_000);
        assertThat(quotas.take("a", DAY, 1, two)).isTrue();
        assertThat(quotas.take("a", DAY, 1, two)).isTrue();
        assertThat(quotas.take("a", DAY, 1, two)).isFalse();
        assertThat(quotas.take("b", DAY, 1, two)).isTrue();
        assertThat(quotas.take("a", DAY.plusDays(1), 1, two)).isTrue();
    }

    @Test
    void whatDoesNotFitTakesNothing() {
        Quotas quotas = emptyQuotas();
        Quota bytes = new Quota(10, 100);
        assertThat(quotas.take("a", DAY, 101, bytes)).isFalse();
        assertThat(quotas.take("a", DAY, 60, bytes)).isTrue();
        assertThat(quotas.take("a", DAY, 60, bytes)).isFalse();
        assertThat(quotas.take("a", DAY, 40, bytes)).isTrue();
        assertThat(quotas.take("a", DAY, 1, bytes)).isFalse();
    }

    @Test
    void noRaceTakesMoreThanThereIs() {
        Quotas quotas = emptyQuotas();
        Quota five = new Quota(5, 1_000);
        long taken = IntStream.range(0, 20)
                .parallel()
                .filter(attempt -> quotas.take("a", DAY, 1, five))
                .count();
        assertThat(taken).isEqualTo(5);
    }
}
