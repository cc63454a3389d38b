package dev.flotsam.report.darwin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.darwin.FaultPlace.Kind;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class FaultPlaceTest {
    private static final OptionalLong NO_STACK = OptionalLong.empty();

    private static FaultPlace place(long address, String regions) {
        return FaultPlace.of(address, true, regions, NO_STACK, "");
    }

    @Test
    void aMemberOfAnObjectAtNullIsNearNull() {
        assertThat(place(0x18, "").kind()).isEqualTo(Kind.NEAR_NULL);
        assertThat(place(0, "0x0 is not in any region.").kind()).isEqualTo(Kind.NEAR_NULL);
    }

    @Test
    void addressesThatNoSixtyFourBitProcessHasAreNonCanonical() {
        assertThat(place(0xa5a5a5a5a5a5a5a5L, "").kind()).isEqualTo(Kind.NON_CANONICAL);
        assertThat(place(0x0000_8000_0000_0000L, "").kind()).isEqualTo(Kind.NON_CANONICAL);
        assertThat(place(0x0000_7fff_ffff_0000L, "").kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(place(0xffff_ff80_0026_0000L, "").kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void thirtyTwoBitProcessesHaveNoNonCanonicalAddresses() {
        assertThat(FaultPlace.of(0xffff_ffffL, false, "", NO_STACK, "").kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void anAddressBesideTheStackPointerIsTheStackGuard() {
        OptionalLong stack = OptionalLong.of(0x16f4_0000L);

        assertThat(FaultPlace.of(0x16f3_fff0L, true, "", stack, "").kind()).isEqualTo(Kind.STACK_GUARD);
        assertThat(FaultPlace.of(0x16e0_0000L, true, "", stack, "").kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void aRegionThatTheReportMarksIsNamed() {
        String heap = """
            0x10a5f0010 is in 0x10a5f0000-0x10a600000;  bytes after start: 16
                  REGION TYPE      START - END
            --->  MALLOC_SMALL      10a5f0000-10a600000 [ 64K] rw-/rwx SM=PRV
            """;
        String guard = """
            0x16b2f3ff0 is in 0x16b2f0000-0x16b2f4000
            --->  STACK GUARD    16b2f0000-16b2f4000 [ 16K] ---/rwx
            """;

        assertThat(place(0x1_0a5f_0010L, heap)).isEqualTo(new FaultPlace(Kind.MALLOC_REGION, "MALLOC_SMALL"));
        assertThat(place(0x1_6b2f_3ff0L, guard)).isEqualTo(new FaultPlace(Kind.STACK_GUARD, "STACK GUARD"));
        assertThat(place(0x1_0a5f_0010L, heap.replace("MALLOC_SMALL", "__TEXT")).kind())
                .isEqualTo(Kind.VM_REGION);
    }

    @Test
    void anAddressThatNoRegionHoldsIsUnmapped() {
        String gap = "0x5500000000 is not in any region.\n--->  UNUSED SPACE AT START";

        assertThat(place(0x55_0000_0000L, gap).kind()).isEqualTo(Kind.UNMAPPED);
    }

    @Test
    void anAddressInsideABinaryNamesIt() {
        assertThat(FaultPlace.of(0x1_0000_4000L, true, "", NO_STACK, "Gull"))
                .isEqualTo(new FaultPlace(Kind.IMAGE, "Gull"));
    }
}
