package io.github.maskwatch.store.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A line of a log: {@code number kind hash body}. The number is that of the line, from 1; the kind {@code log} (the first), {@code event}, {@code sign} or {@code torn};
 * the hash 64 hexadecimal digits.
 */
final class Line {
    static final String LOG = "log";
    static final String EVENT = "event";
    static final String SIGN = "sign";
    static final String TORN = "torn";

    private static final int HASH_DIGITS = 2 * HashChain.BYTES;
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;
    private final int hashFrom;

    private Line(byte[] bytes, int hashFrom) {
        this.bytes = bytes;
        this.hashFrom = hashFrom;
    }

    /** The text of a line, with its line break. */
    static String text(long number, String kind, byte[] hash, String body) {
        return number + " " + kind + " " + HEX.formatHex(hash) + " " + body + "\n";
    }

    /** What is hashed of a line besides its body. */
    static String head(long number, String kind) {
        return number + " " + kind + " ";
    }

    /** @return null if it has not the form of a line */
    static @Nullable Line parse(byte[] bytes) {
        int kindFrom = indexOfBlank(bytes, 0) + 1;
        int hashFrom = kindFrom == 0 ? 0 : indexOfBlank(bytes, kindFrom) + 1;
        int bodyFrom = hashFrom + HASH_DIGITS + 1;
        if (hashFrom == 0 || bodyFrom > bytes.length || bytes[bodyFrom - 1] != ' ') {
            return null;
        }
        return new Line(bytes, hashFrom);
    }

    private static int indexOfBlank(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == ' ') {
                return i;
            }
        }
        return -1;
    }

    /** -1 if it is none. */
    long number() {
        long number = 0;
        int i = 0;
        while (i < bytes.length && bytes[i] != ' ') {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || i > 17 || (i == 0 && digit == 0)) {
                return -1;
            }
            number = number * 10 + digit;
            i++;
        }
        return number;
    }

    boolean is(String kind) {
        int from = indexOfBlank(bytes, 0) + 1;
        return Arrays.equals(bytes, from, hashFrom - 1, kind.getBytes(StandardCharsets.US_ASCII), 0, kind.length());
    }

    /** Takes the line into the chain; whether its hash is the right one. */
    boolean follows(HashChain chain) {
        byte[] hash = chain.next(bytes, hashFrom, bytes, hashFrom + HASH_DIGITS + 1, bytes.length);
        for (int i = 0; i < hash.length; i++) {
            if (bytes[hashFrom + 2 * i] != digit(hash[i] >> 4) || bytes[hashFrom + 2 * i + 1] != digit(hash[i])) {
                return false;
            }
        }
        return true;
    }

    private static byte digit(int value) {
        return (byte) "0123456789abcdef".charAt(value & 0xF);
    }

    /** Null if there are other signs than digits. */
    byte @Nullable [] hash() {
        try {
            return HEX.parseHex(new String(bytes, hashFrom, HASH_DIGITS, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    String body() {
        int from = hashFrom + HASH_DIGITS + 1;
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }
}
