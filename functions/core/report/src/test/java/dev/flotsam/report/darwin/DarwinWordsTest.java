package dev.flotsam.report.darwin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DarwinWordsTest {
    @Test
    void signalsHaveTheirDarwinNumbers() {
        assertThat(DarwinSignal.name(10)).isEqualTo("SIGBUS");
        assertThat(DarwinSignal.name(11)).isEqualTo("SIGSEGV");
        assertThat(DarwinSignal.name(7)).isEqualTo("SIGEMT");
        assertThat(DarwinSignal.name(31)).isEqualTo("SIGUSR2");
        assertThat(DarwinSignal.name(32)).isEmpty();
        assertThat(DarwinSignal.name(-1)).isEmpty();
    }

    @Test
    void aBadAccessIsASegmentationFaultOnlyWhereNothingIsMapped() {
        assertThat(MachException.signal("EXC_BAD_ACCESS", 1)).isEqualTo("SIGSEGV");
        assertThat(MachException.signal("EXC_BAD_ACCESS", 2)).isEqualTo("SIGBUS");
        assertThat(MachException.signal("EXC_BAD_ACCESS", 0x101)).isEqualTo("SIGBUS");
        assertThat(MachException.signal("EXC_BREAKPOINT", 1)).isEqualTo("SIGTRAP");
        assertThat(MachException.signal("EXC_CRASH", 0)).isEmpty();
    }

    @Test
    void terminationCodesReadAsWords() {
        assertThat(TerminationCode.words("FRONTBOARD", 0x8badf00dL)).startsWith("watchdog");
        assertThat(TerminationCode.words("RUNNINGBOARD", 0xdead10ccL)).contains("SQLite");
        assertThat(TerminationCode.words("SIGNAL", 9)).isEqualTo("SIGKILL");
        assertThat(TerminationCode.words("DYLD", 4)).isEqualTo("a symbol is missing");
        assertThat(TerminationCode.words("CODESIGNING", 2)).contains("page");
        assertThat(TerminationCode.words("SPRINGBOARD", 5)).isEmpty();
        assertThat(TerminationCode.isForceQuit(0xdeadfa11L)).isTrue();
        assertThat(TerminationCode.isForceQuit(0x8badf00dL)).isFalse();
    }

    @Test
    void signedCodeAddressesLoseTheirSignatureAtTheWidthThatAnImageHolds() {
        long signed = 0x00a1_2301_0000_4abcL;

        assertThat(CodeAddress.strip(signed, address -> address == 0x0000_0001_0000_4abcL))
                .isEqualTo(0x1_0000_4abcL);
        assertThat(CodeAddress.strip(0x1_0000_4abcL, address -> false)).isEqualTo(0x1_0000_4abcL);
        assertThat(CodeAddress.strip(0xffff_ff80_0026_1ef0L, address -> false)).isEqualTo(0xffff_ff80_0026_1ef0L);
    }
}
