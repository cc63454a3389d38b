package dev.flotsam.local.journey;

import dev.flotsam.local.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Sends SIGKILL to the processes of one function after another, at random moments. */
final class Killer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LATEST_MILLIS = 1_500;
    private static final int POLL_MILLIS = 20;

    private final LocalStack stack;
    private final List<String> functions;
    private final Random random;
    private final Map<String, Integer> kills = new TreeMap<>();
    private int turn;

    Killer(LocalStack stack, List<String> functions, Random random) {
        this.stack = stack;
        this.functions = functions;
        this.random = random;
    }

    /** Kills the next function, a random while after it has a process to kill. */
    void killNext() throws InterruptedException {
        String function = functions.get(turn++ % functions.size());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (stack.pids(function).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(POLL_MILLIS);
        }
        Thread.sleep(random.nextInt(LATEST_MILLIS));
        if (!stack.pids(function).isEmpty()) {
            stack.kill(function);
            kills.merge(function, 1, Integer::sum);
        }
    }

    /** How often each function was killed. */
    Map<String, Integer> kills() {
        return kills;
    }
}
