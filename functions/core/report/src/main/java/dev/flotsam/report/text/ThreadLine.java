package dev.flotsam.report.text;

import java.util.Set;

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

    private static final Set<String> BLAMED = Set.of("Crashed", "(crashed)", "Highlighted", "Attributed");
    private static final String QUEUE = "Dispatch queue:";
    private static final String THREAD = "Thread ";
    private static final int LONGEST_NUMBER = 12;

    /** Reads a title; null when the line is none. */
    static ThreadLine parse(String text, int start, int end) {
        if (!text.startsWith(THREAD, start)) {
            return text.startsWith("Unknown thread crashed with", start) ? registers(-1, true) : null;
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
        if (rest.startsWith("instruction stream")) {
            return new ThreadLine(Role.INSTRUCTIONS, number, false, "", "");
        }
        int colon = rest.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String state = rest.substring(0, colon).strip();
        if (state.startsWith("crashed with")) {
            return registers(number, true);
        }
        if (state.startsWith("Thread State")) {
            return registers(number, false);
        }
        boolean blamed = BLAMED.contains(state);
        String label = rest.substring(colon + 1);
        boolean stack = blamed || state.isEmpty();
        return stack ? labelled(Role.STACK, number, blamed, label.startsWith(":") ? label.substring(1) : label) : null;
    }

    private static ThreadLine registers(long number, boolean crashed) {
        return new ThreadLine(Role.REGISTERS, number, crashed, "", "");
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
