package io.github.maskwatch.training.scene;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From where photos come, where their annotations do not say: sets that were put together carry it in front of the file's name.
 *
 * @param inNames whether the beginnings of the names of this set may be sources
 */
record Sources(boolean inNames) {
    private static final Pattern PREFIX = Pattern.compile("(\\p{L}+)_.+");
    /** More beginnings than that are people's names, or chance. */
    private static final int MOST = 20;
    /** Where there is no prefix. */
    static final String UNNAMED = "unnamed";

    static Sources of(Collection<String> fileNames) {
        long prefixes = fileNames.stream()
                .flatMap(name -> prefix(name).stream())
                .distinct()
                .limit(MOST + 1)
                .count();
        return new Sources(prefixes <= MOST);
    }

    String of(String fileName) {
        return (inNames ? prefix(fileName) : Optional.<String>empty()).orElse(UNNAMED);
    }

    private static Optional<String> prefix(String fileName) {
        Matcher prefix = PREFIX.matcher(fileName);
        return prefix.matches() ? Optional.of(prefix.group(1)) : Optional.empty();
    }
}
