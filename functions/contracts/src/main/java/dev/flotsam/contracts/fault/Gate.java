package dev.flotsam.contracts.fault;

import java.util.function.Supplier;

/** Stands before every call of a port. Where it is not open, it decides what becomes of the call. */
@FunctionalInterface
public interface Gate {
    /** Lets everything through. */
    Gate OPEN = new Gate() {
        @Override
        public <T> T call(String what, Supplier<T> call) {
            return call.get();
        }
    };

    /**
     * Makes the call, or does not.
     *
     * @param what port and method, such as "counters.advance"
     * @param call does the work and returns the reply
     */
    <T> T call(String what, Supplier<T> call);

    /** The same for calls without a reply. */
    default void run(String what, Runnable call) {
        call(what, () -> {
            call.run();
            return true;
        });
    }
}
