package io.github.maskwatch.training.scene;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From where photos come, where their annotations do not say: sets that were put together carry it in front of the file's name. */
final class Sources {
    private static final Pattern PREFIX = Pattern.compile("(\\p{L}[\\p{L}\\d]*)_.+");
    /** Where there is no prefix. */
    static final String UNNAMED = "unnamed";

    private Sources() {}

    static String of(String fileName) {
        Matcher prefix = PREFIX.matcher(fileName);
        return prefix.matches() ? prefix.group(1) : UNNAMED;
    }
}
