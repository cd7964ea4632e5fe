package io.github.maskwatch.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The system's lock on an empty file beside the database, {@code NAME.lock}. The file stays: to delete it would let two have a lock each. */
final class FileClaim implements StoreClaim {
    /** Somebody's {@link #isTaken} may have it for a moment. */
    private static final int TRIES = 4;

    private static final int PAUSE_MS = 50;

    /** Those of this process, for which the system's lock is no obstacle; to open and close their file once more would even end it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FileClaim(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FileClaim take(StoreAddress.InFile address) throws IOException {
        SqliteDatabase.requirePlace(address.path());
        Path file = lockFile(address.path());
        if (!OURS.add(file)) {
            throw new StoreTakenException(address);
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel, file)) {
                throw new StoreTakenException(address);
            }
            taken = true;
            return new FileClaim(file, channel);
        } finally {
            if (!taken) {
                OURS.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static boolean isLocked(FileChannel channel, Path file) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            if (tried(channel, file, false)) {
                return true;
            }
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static boolean tried(FileChannel channel, Path file, boolean shared) throws IOException {
        try {
            // It ends with its channel.
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            return lock != null;
        } catch (IOException e) {
            throw new FileSystemException(
                    file.toString(), null, "cannot be locked (" + e.getMessage() + "); put the store on a local disk");
        }
    }

    static boolean isTaken(StoreAddress.InFile address) throws IOException {
        Path folder = address.path().toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return false;
        }
        Path file = lockFile(address.path());
        if (OURS.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return !tried(channel, file, true);
        }
    }

    /** The same whichever link leads to the database. */
    private static Path lockFile(Path database) throws IOException {
        Path whole = database.toAbsolutePath();
        Path folder = whole.getParent();
        Path real = Files.exists(whole) || folder == null
                ? whole.toRealPath()
                : folder.toRealPath().resolve(whole.getFileName());
        return real.resolveSibling(real.getFileName() + ".lock");
    }

    /** The system takes it from nobody. */
    @Override
    public boolean renew() {
        return false;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock is gone with it all the same.
            return;
        } finally {
            OURS.remove(file);
        }
    }
}
