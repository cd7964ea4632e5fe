package io.github.maskwatch.monitor.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads configurations. Thread-safe. */
public final class ConfigurationReader {
    private static final long MOST_BYTES = 1 << 20;

    private final Map<String, String> environment;

    /**
     * @param environment the variables that {@code ${env:NAME}} may name
     */
    public ConfigurationReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * What a file says.
     *
     * @throws ConfigurationException if it cannot be used; one line with the place
     * @throws IOException if it cannot be read
     */
    public <T> T read(Path file, Type<T> type) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ConfigurationException(file + " is a folder; wanted a YAML file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new ConfigurationException(
                    file + " has " + Files.size(file) + " bytes; a configuration has at most " + MOST_BYTES);
        }
        Path folder = file.toAbsolutePath().getParent();
        Origin origin = new Origin(
                String.valueOf(file.getFileName()), folder == null ? file.toAbsolutePath() : folder, environment);
        return type.read(YamlTree.parse(text(file), origin));
    }

    /**
     * As {@link #read(Path, Type)}, of text in memory.
     *
     * @param name stands in messages for the file
     * @param folder that relative paths start from
     */
    public <T> T read(String text, String name, Path folder, Type<T> type) throws ConfigurationException {
        return type.read(YamlTree.parse(text, new Origin(name, folder, environment)));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + " is not a text file in UTF-8", e);
        }
    }
}
