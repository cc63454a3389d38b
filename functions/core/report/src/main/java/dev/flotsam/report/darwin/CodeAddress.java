package dev.flotsam.report.darwin;

import java.util.function.LongPredicate;

/**
 * Code addresses on arm64.
 *
 * <p>arm64e signs pointers: the bits above the virtual address width carry a pointer authentication code. Widths: 47
 * bits on macOS, 39 on iOS (xnu, osfmk/arm64/proc_reg.h: T0SZ_BOOT); older tools cut at 36.
 */
public final class CodeAddress {
    private static final int WIDEST = 47;
    private static final int IOS = 39;
    private static final int NARROWEST = 36;

    private CodeAddress() {}

    /**
     * An address without pointer authentication bits.
     *
     * @param held tells whether an image holds an address: of the possible widths the one that makes sense is taken
     */
    public static long strip(long address, LongPredicate held) {
        if (!mayBeSigned(address)) {
            return address;
        }
        long wide = low(address, WIDEST);
        if (held.test(wide)) {
            return wide;
        }
        long narrow = low(address, IOS);
        if (held.test(narrow)) {
            return narrow;
        }
        long narrowest = low(address, NARROWEST);
        return held.test(narrowest) ? narrowest : wide;
    }

    /** Whether bits are set that no user address has; kernel addresses (all ones above) aren't signed. */
    private static boolean mayBeSigned(long address) {
        return address >>> WIDEST != 0 && address >>> 40 != 0xFFFFFF;
    }

    private static long low(long address, int bits) {
        return address & ((1L << bits) - 1);
    }
}
