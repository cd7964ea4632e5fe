package io.github.maskwatch.training.scene.annotation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lines of text that any tool on any system may have written. */
final class TextLines {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextLines() {}

    /** Without blanks around them; those that are empty are left out. */
    static List<String> of(Path file) throws IOException {
        // Not readAllLines, which refuses a name in Latin-1.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
