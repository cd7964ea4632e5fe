package io.github.maskwatch.store;

import org.jspecify.annotations.Nullable;

/**
 * Text as every database and file can hold it. What is no text (half of a surrogate pair, and NUL, which PostgreSQL refuses) becomes U+FFFD, so
 * that a strange message of a camera does not keep its event from being written.
 */
final class WrittenText {
    private static final char REPLACEMENT = '\uFFFD';

    private WrittenText() {}

    static @Nullable String of(@Nullable String text) {
        return text == null || isWritable(text) ? text : replaced(text);
    }

    private static boolean isWritable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String replaced(String text) {
        StringBuilder written = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean bad = point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
            written.appendCodePoint(bad ? REPLACEMENT : point);
        });
        return written.toString();
    }
}
