package dev.flotsam.report.text;

/**
 * The title of a thread's part.
 *
 * <pre>
 * Thread 0 name:  Dispatch queue: com.apple.main-thread
 * Thread 0 Crashed:
 * Thread 5 Crashed:: worker  Dispatch queue: com.example.queue
 * Thread 0 crashed with ARM Thread State (64-bit):
 * Thread 0 instruction stream:
 * </pre>
 *
 * @param role what follows
 * @param number the thread's number, −1 if the title doesn't say
 * @param crashed the title blames this thread
 */
record ThreadLine(Role role, long number, boolean crashed, String name, String queue) {

    enum Role {
        NAME,
        STACK,
        REGISTERS,
        INSTRUCTIONS
    }

    private static final String QUEUE = "Dispatch queue:";
    private static final String THREAD = "Thread ";
    private static final int LONGEST_NUMBER = 12;

    /** Reads a title; null when the line is none. */
    static ThreadLine parse(String text, int start, int end) {
        if (!text.startsWith(THREAD, start)) {
            return text.startsWith("Unknown thread crashed with", start) ? registers(-1) : null;
        }
        int numberAt = start + THREAD.length();
        int numberEnd = FrameLine.skipDigits(text, numberAt, end);
        if (numberEnd == numberAt || numberEnd - numberAt > LONGEST_NUMBER || numberEnd >= end) {
            return null;
        }
        long number = Long.parseLong(text, numberAt, numberEnd, 10);
        String rest = text.substring(numberEnd, end).strip();
        if (rest.startsWith("name:")) {
            return labelled(Role.NAME, number, false, rest.substring("name:".length()));
        }
        if (rest.contains("crashed with") || rest.contains("Thread State")) {
            return registers(number);
        }
        if (rest.startsWith("instruction stream")) {
            return new ThreadLine(Role.INSTRUCTIONS, number, false, "", "");
        }
        int colon = rest.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String state = rest.substring(0, colon).strip();
        boolean blamed = state.startsWith("Crashed")
                || state.startsWith("(crashed")
                || state.startsWith("Highlighted")
                || state.startsWith("Attributed");
        String label = rest.substring(colon + 1);
        return labelled(Role.STACK, number, blamed, label.startsWith(":") ? label.substring(1) : label);
    }

    private static ThreadLine registers(long number) {
        return new ThreadLine(Role.REGISTERS, number, true, "", "");
    }

    /** "name  Dispatch queue: queue", either part alone, or nothing. */
    private static ThreadLine labelled(Role role, long number, boolean crashed, String label) {
        int at = label.indexOf(QUEUE);
        if (at < 0) {
            return new ThreadLine(role, number, crashed, label.strip(), "");
        }
        String queue = label.substring(at + QUEUE.length()).strip();
        return new ThreadLine(role, number, crashed, label.substring(0, at).strip(), queue);
    }
}
