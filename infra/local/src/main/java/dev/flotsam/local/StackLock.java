package dev.flotsam.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One stack per folder. The system gives the lock back when the process ends, however it ends. */
final class StackLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private StackLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static StackLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new StackLock(channel, lock);
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // the same refusal
        }
        channel.close();
        throw new IOException(folder + " is in use by another flotsam up; choose another folder with --data");
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
