package io.github.maskwatch.store.audit;

import io.github.maskwatch.event.EventId;
import io.github.maskwatch.monitor.event.EventJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The end of a log, read backwards: its last signature, what was written with it, and what comes after it.
 *
 * @param end where the line with the last signature ends, in bytes; 0: there is none
 * @param line its number
 * @param head its hash
 * @param group the events between the last two signatures
 */
record Tail(long end, long line, AuditHead head, Set<EventId> group) {
    private static final int FIRST_LOOK = 1 << 16;
    /** A log that has not even been begun is shorter. */
    private static final int BEGINNING = 1 << 10;

    Tail {
        group = Set.copyOf(group);
    }

    static final Tail NONE = new Tail(0, 0, new AuditHead(0, "0".repeat(2 * HashChain.BYTES)), Set.of());

    /** @throws IOException if the last signature is not by this key */
    static Tail of(Path file, FileChannel channel, PublicKey key) throws IOException {
        long size = channel.size();
        for (long look = FIRST_LOOK; ; look *= 4) {
            long start = Math.max(0, size - look);
            Tail found = in(file, channel, start, size, key);
            if (found != null) {
                return found;
            }
            if (start == 0) {
                if (size < BEGINNING) {
                    return NONE;
                }
                throw new IOException(
                        file + " is no audit log, or its end was changed; verify it, or name another file");
            }
        }
    }

    /** Null if there are not two signatures, or the beginning and one, from there on. */
    private static @Nullable Tail in(Path file, FileChannel channel, long start, long size, PublicKey key)
            throws IOException {
        byte[] bytes = bytes(channel, start, size);
        Groups groups = new Groups(start == 0);
        int from = start == 0 ? 0 : indexOfFeed(bytes, 0) + 1;
        for (int feed = indexOfFeed(bytes, from); feed >= 0; feed = indexOfFeed(bytes, from)) {
            groups.take(Line.parse(Arrays.copyOfRange(bytes, from, feed)), start + feed + 1);
            from = feed + 1;
        }
        return groups.isEnough() ? groups.tail(file, key) : null;
    }

    private static byte[] bytes(FileChannel channel, long start, long size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size - start));
        while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
            // until it is full
        }
        return buffer.array();
    }

    private static int indexOfFeed(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Lines put together to what was written at once. */
    private static final class Groups {
        private boolean whole;
        private final Set<EventId> open = new HashSet<>();
        private Set<EventId> last = Set.of();
        private boolean lastIsWhole;
        private @Nullable Line before;
        private @Nullable Line signature;
        private @Nullable Line signed;
        private long end;

        Groups(boolean whole) {
            this.whole = whole;
        }

        void take(@Nullable Line line, long lineEnd) throws IOException {
            if (line != null && line.is(Line.EVENT)) {
                open.add(id(line));
            } else if (line != null && line.is(Line.SIGN)) {
                last = Set.copyOf(open);
                lastIsWhole = whole && before != null;
                signature = line;
                signed = before;
                end = lineEnd;
                open.clear();
                whole = true;
            }
            before = line;
        }

        private static EventId id(Line line) throws IOException {
            try {
                return EventJson.read(line.body()).id();
            } catch (IllegalArgumentException e) {
                throw new IOException("the audit log was changed in its line " + line.number() + "; verify it", e);
            }
        }

        boolean isEnough() {
            return signature != null && lastIsWhole;
        }

        Tail tail(Path file, PublicKey key) throws IOException {
            byte[] hash = signed == null ? null : signed.hash();
            Line line = signature;
            if (line == null
                    || hash == null
                    || !Signing.isValid(key, hash, line.body())
                    || !line.follows(new HashChain(hash))) {
                throw new IOException("the end of the audit log " + file
                        + " was changed or signed with another key; verify it, and begin a new one elsewhere");
            }
            byte[] head = line.hash();
            String text = head == null ? "" : java.util.HexFormat.of().formatHex(head);
            return new Tail(end, line.number(), new AuditHead(line.number(), text), last);
        }
    }
}
