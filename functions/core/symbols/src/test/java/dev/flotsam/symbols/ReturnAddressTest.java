package dev.flotsam.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.ReturnAddress.Origin;
import org.junit.jupiter.api.Test;

class ReturnAddressTest {
    @Test
    void theInnermostFrameOfACapturedThreadIsLookedUpAsItIs() {
        assertThat(ReturnAddress.lookupAddress(0x1004, Origin.CAPTURED_THREAD, 0, false))
                .isEqualTo(0x1004);
    }

    @Test
    void theCallersOfACapturedThreadAreLookedUpInsideTheCall() {
        assertThat(ReturnAddress.lookupAddress(0x1004, Origin.CAPTURED_THREAD, 1, false))
                .isEqualTo(0x1003);
    }

    @Test
    void everyFrameOfARecordedCallIsLookedUpInsideTheCall() {
        assertThat(ReturnAddress.lookupAddress(0x1004, Origin.LAST_EXCEPTION, 0, false))
                .isEqualTo(0x1003);
        assertThat(ReturnAddress.lookupAddress(0x1004, Origin.RECORDED_CALL, 0, false))
                .isEqualTo(0x1003);
    }

    @Test
    void theFrameASignalInterruptedIsLookedUpAsItIs() {
        assertThat(ReturnAddress.lookupAddress(0x1004, Origin.CAPTURED_THREAD, 3, true))
                .isEqualTo(0x1004);
    }

    @Test
    void nothingIsBelowZero() {
        assertThat(ReturnAddress.lookupAddress(0, Origin.CAPTURED_THREAD, 2, false))
                .isZero();
    }
}
