package dev.flotsam.local;

import dev.flotsam.local.host.FunctionHost;

/** Makes later starts quicker while people already work. */
final class BackgroundTraining implements AutoCloseable {
    private final Thread thread;

    private BackgroundTraining(Thread thread) {
        this.thread = thread;
    }

    static BackgroundTraining start(FunctionHost functions) {
        return new BackgroundTraining(Thread.ofPlatform()
                .daemon()
                .name("start-training")
                .start(() -> {
                    try {
                        functions.trainStarts();
                    } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                    }
                }));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
