package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.contracts.fault.Gate;
import dev.flotsam.contracts.fault.ProcessDeath;
import dev.flotsam.triage.Fault;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One process, such as one that absorbs a batch. It runs on a thread of its own, but only while {@link #resume} is called, and for
 * as many port calls as that allows: so invocations interleave between any two calls, and the same way in every run.
 */
final class Invocation implements Gate {
    private final Batch batch;
    private final Mishap mishap;
    private final Semaphore go = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private final Thread process;
    private int calls;
    private int allowed;
    private boolean givenUp;
    private State state = new State.Running();

    Invocation(Subject subject, AbsorbPorts ports, Batch batch, Mishap mishap) {
        this(batch, mishap, gate -> subject.absorb(ports.behind(gate), batch));
    }

    /** A process that answers from where to deliver again, and makes every port call through its gate. */
    Invocation(Batch batch, Mishap mishap, Function<Gate, Optional<String>> work) {
        this.batch = batch;
        this.mishap = mishap;
        this.process = Thread.ofVirtual().unstarted(() -> run(work));
    }

    Batch batch() {
        return batch;
    }

    Mishap mishap() {
        return mishap;
    }

    State state() {
        return state;
    }

    /** Whether Lambda has given up on it: it may still run. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** Lets it make up to {@code most} further port calls; fewer if it ends or is given up meanwhile. */
    void resume(int most) {
        allowed = most;
        if (process.getState() == Thread.State.NEW) {
            process.start();
        } else {
            go.release();
        }
        back.acquireUninterruptibly();
    }

    @Override
    public <T> T call(String what, Supplier<T> call) {
        if (allowed == 0) {
            pause();
        }
        allowed--;
        calls++;
        if (calls != mishap.atCall()) {
            return call.get();
        }
        if (mishap.timesOut()) {
            givenUp = true;
            pause();
        }
        return mishap.breakage().isPresent() ? mishap.breakage().get().of(what, call) : call.get();
    }

    private void pause() {
        back.release();
        go.acquireUninterruptibly();
    }

    private void run(Function<Gate, Optional<String>> work) {
        try {
            state = new State.Answered(work.apply(this));
        } catch (ProcessDeath | Fault end) {
            state = new State.Died();
        } catch (RuntimeException | Error bug) {
            state = new State.Broken(bug);
        } finally {
            back.release();
        }
    }

    /** How far it got. */
    sealed interface State {
        record Running() implements State {}

        record Answered(Optional<String> againFrom) implements State {}

        record Died() implements State {}

        record Broken(Throwable bug) implements State {}
    }
}
