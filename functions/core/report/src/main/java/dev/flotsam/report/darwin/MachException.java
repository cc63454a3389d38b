package dev.flotsam.report.darwin;

/**
 * Mach exceptions: names, their codes in words, and the signal that Darwin turns them into. Source: xnu
 * osfmk/mach/exception_types.h, mach/kern_return.h, bsd/uxkern/ux_exception.c.
 */
public final class MachException {
    private static final String[] NAMES = {
        "",
        "EXC_BAD_ACCESS",
        "EXC_BAD_INSTRUCTION",
        "EXC_ARITHMETIC",
        "EXC_EMULATION",
        "EXC_SOFTWARE",
        "EXC_BREAKPOINT",
        "EXC_SYSCALL",
        "EXC_MACH_SYSCALL",
        "EXC_RPC_ALERT",
        "EXC_CRASH",
        "EXC_RESOURCE",
        "EXC_GUARD",
        "EXC_CORPSE_NOTIFY"
    };

    private MachException() {}

    /** The name of an exception number, empty if there is no such exception. */
    public static String name(long number) {
        return number > 0 && number < NAMES.length ? NAMES[(int) number] : "";
    }

    /** The first code of a bad access in words: a kernel return code, or the CPU's own reason; empty if unknown. */
    public static String badAccessCode(long code) {
        return switch ((int) code) {
            case 1 -> "KERN_INVALID_ADDRESS";
            case 2 -> "KERN_PROTECTION_FAILURE";
            case 10 -> "KERN_MEMORY_ERROR";
            case 13 -> "EXC_I386_GPFLT";
            case 50 -> "KERN_CODESIGN_ERROR";
            case 0x101 -> "EXC_ARM_DA_ALIGN";
            case 0x102 -> "EXC_ARM_DA_DEBUG";
            case 0x103 -> "EXC_ARM_SP_ALIGN";
            case 0x104 -> "EXC_ARM_SWP";
            case 0x105 -> "EXC_ARM_PAC_FAIL";
            default -> "";
        };
    }

    /**
     * The signal of an exception: a bad access is SIGSEGV when the address is unmapped (KERN_INVALID_ADDRESS), SIGBUS
     * otherwise. Empty when the exception makes none of its own (EXC_CRASH carries the signal in its code).
     *
     * @param type such as "EXC_BAD_ACCESS"
     * @param code first code of the exception
     */
    public static String signal(String type, long code) {
        return switch (type) {
            case "EXC_BAD_ACCESS" -> code == 1 || code == 13 ? "SIGSEGV" : "SIGBUS";
            case "EXC_BAD_INSTRUCTION" -> "SIGILL";
            case "EXC_ARITHMETIC" -> "SIGFPE";
            case "EXC_EMULATION" -> "SIGEMT";
            case "EXC_BREAKPOINT" -> "SIGTRAP";
            case "EXC_SYSCALL" -> "SIGSYS";
            default -> "";
        };
    }
}
