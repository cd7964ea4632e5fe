package io.github.maskwatch.store.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What stood after the last signature and was cut off.
 *
 * @param bytes how much
 * @param sha256 of it, so that it can be told from somebody's copy
 */
record Torn(long bytes, String sha256) {
    private static final int BUFFER = 1 << 16;

    /** Null if there is nothing. */
    static @Nullable Torn after(long end, FileChannel channel) throws IOException {
        if (channel.size() == end) {
            return null;
        }
        MessageDigest digest = HashChain.sha256();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long at = end;
        for (int n = channel.read(buffer, at); n > 0; n = channel.read(buffer, at)) {
            digest.update(buffer.flip());
            buffer.clear();
            at += n;
        }
        return new Torn(at - end, HexFormat.of().formatHex(digest.digest()));
    }

    String body() {
        return bytes + " bytes after the last signature were cut off, sha256 " + sha256;
    }
}
