package io.github.maskwatch.store.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of a log's lines: each is SHA-256 of the one before, followed by the line without its own hash. Before the first line it is 32 bytes of zero. One
 * thread at a time.
 */
final class HashChain {
    static final int BYTES = 32;

    private final MessageDigest digest = sha256();
    private byte[] last;

    HashChain(byte[] last) {
        this.last = last.clone();
    }

    static HashChain beginning() {
        return new HashChain(new byte[BYTES]);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Takes a line in and gives its hash.
     *
     * @param head number and kind, each with the blank after it
     */
    byte[] next(byte[] head, int headLength, byte[] line, int bodyFrom, int bodyTo) {
        digest.update(last);
        digest.update(head, 0, headLength);
        digest.update(line, bodyFrom, bodyTo - bodyFrom);
        last = digest.digest();
        return last.clone();
    }

    byte[] next(String head, String body) {
        byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] bodyBytes = body.getBytes(StandardCharsets.UTF_8);
        return next(headBytes, headBytes.length, bodyBytes, 0, bodyBytes.length);
    }

    byte[] last() {
        return last.clone();
    }
}
