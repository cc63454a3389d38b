package dev.flotsam.symbols;

/**
 * The rule that says which address of a frame to look up.
 *
 * <p>A call pushes the address of the instruction after it. That instruction can belong to another line, another inlined
 * body or, after a call that never returns, another function. So a frame that holds a return address is looked up one
 * byte earlier, inside the call; a frame that holds the program counter itself is looked up as it is. Subtract once per
 * captured address: the inlined frames one lookup yields share it.
 */
public final class ReturnAddress {
    private ReturnAddress() {}

    /** Where a list of addresses came from: it decides what its first frame holds. */
    public enum Origin {
        /** A thread as it stood: frame 0 is the program counter, the others are return addresses. */
        CAPTURED_THREAD,
        /** The Last Exception Backtrace: recorded by a call, so every frame is a return address. */
        LAST_EXCEPTION,
        /** The stack of an allocation or another recorded event: every frame is a return address. */
        RECORDED_CALL
    }

    /** Whether the frame's address is a return address. */
    public static boolean heldBy(Origin origin, int frame, boolean interruptedBySignal) {
        if (interruptedBySignal) {
            return false;
        }
        return switch (origin) {
            case CAPTURED_THREAD -> frame > 0;
            case LAST_EXCEPTION, RECORDED_CALL -> true;
        };
    }

    /**
     * The address to look up.
     *
     * @param pc the frame's address or offset, as the report has it
     * @param origin where the stack came from
     * @param frame the frame's index, 0 innermost, counted before inlined frames are added
     * @param interruptedBySignal whether the frame inside this one is a signal trampoline ({@code _sigtramp}): the kernel
     *     stored the interrupted program counter, not a return address
     */
    public static long lookupAddress(long pc, Origin origin, int frame, boolean interruptedBySignal) {
        return heldBy(origin, frame, interruptedBySignal) && pc != 0 ? pc - 1 : pc;
    }
}
