package io.github.maskwatch.monitor.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a {@link Shape}'s keys at one place of a file. */
public final class Section {
    private final Shape<?> shape;
    private final Node node;
    private final Map<String, Node> fields;

    Section(Shape<?> shape, Node node, Map<String, Node> fields) {
        this.shape = shape;
        this.node = node;
        this.fields = fields;
    }

    /**
     * The value of a key that is required or has a default.
     *
     * @throws ConfigurationException if it is missing or something else than its type
     */
    public <T> T value(Key<T> key) throws ConfigurationException {
        T value = orNull(key);
        if (value == null) {
            throw new IllegalStateException("key \"" + key.name() + "\" has no default; ask with orNull");
        }
        return value;
    }

    /**
     * The value of a key; null if it is absent and has no default.
     *
     * @throws ConfigurationException if it is missing or something else than its type
     */
    public <T> @Nullable T orNull(Key<T> key) throws ConfigurationException {
        shape.requireOwn(key);
        Node value = fields.get(key.name());
        return value == null ? key.absent(node) : key.type().read(value);
    }

    /** Whether the key stands in the file. */
    public boolean has(Key<?> key) {
        shape.requireOwn(key);
        return fields.containsKey(key.name());
    }

    /** What is said about a key, with its place: that of its value, or of the section where it is absent. */
    public ConfigurationException problem(Key<?> key, String message) {
        Node value = fields.get(key.name());
        return value == null ? node.problem("key \"" + key.name() + "\": " + message) : value.problem(message);
    }

    /** What is said about the whole section, with its place. */
    public ConfigurationException problem(String message) {
        return node.problem(message);
    }
}
