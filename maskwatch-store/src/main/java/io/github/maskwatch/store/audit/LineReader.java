package io.github.maskwatch.store.audit;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines as bytes that end with a line feed and nothing else: any other reader would take a changed line break for the same. */
final class LineReader implements Closeable {
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private boolean complete = true;

    LineReader(Path file) throws IOException {
        in = Files.newInputStream(file);
    }

    /** The next line without its line feed; null at the end. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream earlier = null;
        while (true) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            if (end < to) {
                byte[] line = joined(earlier, end);
                from = end + 1;
                return line;
            }
            earlier = earlier == null ? new ByteArrayOutputStream() : earlier;
            earlier.write(buffer, from, to - from);
            from = 0;
            to = Math.max(0, in.read(buffer));
            if (to == 0 || earlier.size() > LONGEST) {
                complete = earlier.size() == 0;
                return complete ? null : earlier.toByteArray();
            }
        }
    }

    private byte[] joined(@Nullable ByteArrayOutputStream earlier, int end) {
        if (earlier == null) {
            return Arrays.copyOfRange(buffer, from, end);
        }
        earlier.write(buffer, from, end - from);
        return earlier.toByteArray();
    }

    /** Whether the line given last had its line feed. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
