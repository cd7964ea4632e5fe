package io.github.maskwatch.store.audit;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.monitor.event.EventJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tamper-evident log. Each call of {@link #append} is one piece that ends with a signature and is on the disk when the call returns. If the process is killed in
 * between, the next start cuts the unsigned end off and says so in a line of its own. One process at a time; thread-safe.
 */
public final class AuditLog implements AutoCloseable {
    private static final int NAME_BYTES = 16;

    private final Path file;
    private final KeyPair keys;
    private final FileChannel channel;
    private Set<EventId> lastGroup;
    private HashChain chain = HashChain.beginning();
    private long lines;
    private long end;
    private boolean closed;

    private AuditLog(Path file, KeyPair keys, FileChannel channel) throws IOException {
        this.file = file;
        this.keys = keys;
        this.channel = channel;
        Tail tail = Tail.of(file, channel, keys.getPublic());
        lastGroup = tail.group();
        lines = tail.line();
        end = tail.end();
        if (lines > 0) {
            chain = new HashChain(HexFormat.of().parseHex(tail.head().hash()));
        }
    }

    /**
     * Opens a log, or begins one.
     *
     * @throws IOException if it cannot be written, another process writes it, or its end is not by this key
     */
    public static AuditLog open(Path file, KeyPair keys) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(file, channel);
            AuditLog log = new AuditLog(file, keys, channel);
            log.begin();
            return log;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IOException(
                    "the audit log " + file + " is being written by another Maskwatch; end that one first");
        }
    }

    private void begin() throws IOException {
        Torn torn = Torn.after(end, channel);
        if (lines > 0 && torn == null) {
            return;
        }
        channel.truncate(end);
        Piece piece = new Piece();
        if (lines == 0) {
            byte[] name = new byte[NAME_BYTES];
            new SecureRandom().nextBytes(name);
            piece.add(
                    Line.LOG,
                    "maskwatch-audit 1 " + HexFormat.of().formatHex(name) + " "
                            + Signing.fingerprint(keys.getPublic()));
        }
        if (torn != null) {
            piece.add(Line.TORN, torn.body());
        }
        piece.write();
    }

    /**
     * Writes events.
     *
     * @throws IOException if they could not be written; then none is
     */
    public synchronized void append(List<Event> events) throws IOException {
        if (closed) {
            throw new IOException("the audit log " + file + " is closed");
        }
        if (events.isEmpty()) {
            return;
        }
        Piece piece = new Piece();
        for (Event event : events) {
            piece.add(Line.EVENT, EventJson.write(event));
        }
        piece.write();
        lastGroup = Set.copyOf(events.stream().map(Event::id).toList());
    }

    /** Whether the event was in the last piece: after a kill nobody else knows whether that was still written. */
    synchronized boolean endsWith(EventId id) {
        return lastGroup.contains(id);
    }

    /** Where the log ends now; to be noted elsewhere. */
    public synchronized AuditHead head() {
        return new AuditHead(lines, HexFormat.of().formatHex(chain.last()));
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        channel.close();
    }

    /** Lines that are written together. */
    private final class Piece {
        private final StringBuilder text = new StringBuilder();
        private final HashChain after = new HashChain(chain.last());
        private long last = lines;

        void add(String kind, String body) {
            last++;
            byte[] hash = after.next(Line.head(last, kind), body);
            text.append(Line.text(last, kind, hash, body));
        }

        void write() throws IOException {
            add(Line.SIGN, Signing.sign(keys.getPrivate(), after.last()));
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            int size = bytes.remaining();
            boolean done = false;
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes, end + bytes.position());
                }
                channel.force(false);
                done = true;
            } finally {
                if (!done && channel.isOpen()) {
                    // Half a piece would look like somebody's work; nobody was told that it is there.
                    channel.truncate(end);
                }
            }
            chain = after;
            lines = last;
            end += size;
        }
    }
}
