package dev.flotsam.report.darwin;

/**
 * Signals by their Darwin numbers. SIGBUS is 10 and SIGSYS 12 here; 7 is SIGEMT (Linux has SIGBUS at 7). Source: xnu
 * bsd/sys/signal.h.
 */
public final class DarwinSignal {
    private static final String[] NAMES = {
        "",
        "SIGHUP",
        "SIGINT",
        "SIGQUIT",
        "SIGILL",
        "SIGTRAP",
        "SIGABRT",
        "SIGEMT",
        "SIGFPE",
        "SIGKILL",
        "SIGBUS",
        "SIGSEGV",
        "SIGSYS",
        "SIGPIPE",
        "SIGALRM",
        "SIGTERM",
        "SIGURG",
        "SIGSTOP",
        "SIGTSTP",
        "SIGCONT",
        "SIGCHLD",
        "SIGTTIN",
        "SIGTTOU",
        "SIGIO",
        "SIGXCPU",
        "SIGXFSZ",
        "SIGVTALRM",
        "SIGPROF",
        "SIGWINCH",
        "SIGINFO",
        "SIGUSR1",
        "SIGUSR2"
    };

    private DarwinSignal() {}

    /** The name of a signal number, empty if there is no such signal. */
    public static String name(long number) {
        return number > 0 && number < NAMES.length ? NAMES[(int) number] : "";
    }
}
