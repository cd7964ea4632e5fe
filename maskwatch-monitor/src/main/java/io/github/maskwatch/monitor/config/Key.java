package io.github.maskwatch.monitor.config;

import org.jspecify.annotations.Nullable;

/**
 * A key of a {@link Shape}, which makes and knows them.
 *
 * @param <T> what stands under it
 */
public final class Key<T> {
    private final String name;
    private final Type<T> type;
    private final String meaning;
    private final boolean required;
    private final @Nullable T fallback;
    private final @Nullable Shape<T> section;

    private Key(
            String name,
            Type<T> type,
            String meaning,
            boolean required,
            @Nullable T fallback,
            @Nullable Shape<T> section) {
        this.name = name;
        this.type = type;
        this.meaning = meaning;
        this.required = required;
        this.fallback = fallback;
        this.section = section;
    }

    static <T> Key<T> required(String name, Type<T> type, String meaning) {
        return new Key<>(name, type, meaning, true, null, null);
    }

    static <T> Key<T> optional(String name, Type<T> type, @Nullable T fallback, String meaning) {
        return new Key<>(name, type, meaning, false, fallback, null);
    }

    static <T> Key<T> section(String name, Shape<T> shape, String meaning) {
        return new Key<>(name, shape, meaning, false, null, shape);
    }

    /** As it stands in the file. */
    public String name() {
        return name;
    }

    Type<T> type() {
        return type;
    }

    String meaning() {
        return meaning;
    }

    boolean isRequired() {
        return required;
    }

    /** The value where the key is absent; null: there is none. */
    @Nullable
    T absent(Node parent) throws ConfigurationException {
        if (required) {
            throw parent.problem("key \"" + name + "\" is missing (" + type.name() + ")");
        }
        return section == null ? fallback : section.read(parent.emptySection(name));
    }

    /** The default for the table of keys: "required", as one would write it, or empty. */
    String shownDefault() {
        if (required) {
            return "required";
        }
        return fallback == null ? "" : type.show(fallback);
    }
}
