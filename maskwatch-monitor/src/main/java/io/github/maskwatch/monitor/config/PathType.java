package io.github.maskwatch.monitor.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file or folder. */
final class PathType implements Type<Path> {
    private static final String WANTED = "a file or folder";

    @Override
    public String name() {
        return "path";
    }

    @Override
    public Path read(Node node) throws ConfigurationException {
        String text = node.scalar(WANTED);
        if (text.isBlank()) {
            throw node.wrong(WANTED);
        }
        try {
            return node.resolve(text);
        } catch (InvalidPathException e) {
            throw node.problem("wanted " + WANTED + ", got \"" + text + "\"", e);
        }
    }
}
