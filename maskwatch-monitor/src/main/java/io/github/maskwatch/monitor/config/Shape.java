package io.github.maskwatch.monitor.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The keys of a section and what is built of them; the package's description has an example. A key that is not declared is refused.
 *
 * @param <T> what a section becomes
 */
public abstract class Shape<T> implements Type<T> {
    private final String name;
    private final List<Key<?>> keys = new ArrayList<>();

    /**
     * @param name for messages and the table of keys, such as "rule"
     */
    protected Shape(String name) {
        this.name = name;
    }

    /** A key that must be there. */
    protected final <V> Key<V> required(String key, Type<V> type, String meaning) {
        return add(Key.required(key, type, meaning));
    }

    /** A key that may be absent: {@link Section#orNull}. */
    protected final <V> Key<V> optional(String key, Type<V> type, String meaning) {
        return add(Key.optional(key, type, null, meaning));
    }

    /** A key that has a value even where it is absent. */
    protected final <V> Key<V> withDefault(String key, Type<V> type, V value, String meaning) {
        return add(Key.optional(key, type, value, meaning));
    }

    /** A section whose keys' own defaults count where it is absent as a whole; none of its keys may be required. */
    protected final <V> Key<V> section(String key, Shape<V> shape, String meaning) {
        return add(Key.section(key, shape, meaning));
    }

    private <V> Key<V> add(Key<V> key) {
        if (keys.stream().anyMatch(other -> other.name().equals(key.name()))) {
            throw new IllegalArgumentException(name + " has a key \"" + key.name() + "\" already");
        }
        keys.add(key);
        return key;
    }

    /**
     * What the section becomes. An {@code IllegalArgumentException} is told with the section's place.
     *
     * @throws ConfigurationException if it cannot be used
     */
    protected abstract T build(Section section) throws ConfigurationException;

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final T read(Node node) throws ConfigurationException {
        Map<String, Node> fields = node.fields("a section (" + name + ")");
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            requireKnown(field.getKey(), field.getValue(), node);
        }
        try {
            return build(new Section(this, node, fields));
        } catch (IllegalArgumentException e) {
            throw node.problem(String.valueOf(e.getMessage()), e);
        }
    }

    private void requireKnown(String key, Node value, Node parent) throws ConfigurationException {
        List<String> known = keys.stream().map(Key::name).toList();
        if (known.contains(key)) {
            return;
        }
        List<String> near = Nearest.to(key, known);
        String hint = near.isEmpty()
                ? "; known are " + String.join(", ", known)
                : "; did you mean \"" + String.join("\" or \"", near) + "\"?";
        Node place = Node.ofNothing(parent.origin(), parent.path(), value.line());
        throw place.problem("unknown key \"" + key + "\"" + hint);
    }

    void requireOwn(Key<?> key) {
        if (!keys.contains(key)) {
            throw new IllegalStateException("key \"" + key.name() + "\" is not one of " + name);
        }
    }

    final List<Key<?>> keys() {
        return List.copyOf(keys);
    }

    /** For the table of keys: the section has rows of its own. */
    @Override
    public String show(T value) {
        return "";
    }

    @Override
    public final List<Nested> nested() {
        return List.of(new Nested("", this));
    }
}
