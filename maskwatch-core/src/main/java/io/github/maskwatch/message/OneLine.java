package io.github.maskwatch.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Messages of others, which may have several lines, as one. */
public final class OneLine {
    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

    private OneLine() {}

    /** The text with a blank for each line break and the white space about it; "null" for none. */
    public static String of(@Nullable String text) {
        return BREAK.matcher(String.valueOf(text)).replaceAll(" ");
    }

    /** What it says, or what it is called where it says nothing. */
    public static String of(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : of(message);
    }
}
