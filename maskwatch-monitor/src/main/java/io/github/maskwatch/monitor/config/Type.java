package io.github.maskwatch.monitor.config;

import java.util.List;
import java.util.function.Predicate;

/**
 * What may stand under a key. Thread-safe, without state. {@link Types} has those that there are.
 *
 * @param <T> what a program gets of it
 */
public interface Type<T> {

    /** A shape within a type, for the table of keys. */
    record Nested(String suffix, Shape<?> shape) {}

    /** For the table of keys, such as "duration". */
    String name();

    /**
     * The value.
     *
     * @throws ConfigurationException if something else stands there
     */
    T read(Node node) throws ConfigurationException;

    /** A value as one would write it in the file. */
    default String show(T value) {
        return value.toString();
    }

    /** The shapes of the sections that may stand here. */
    default List<Nested> nested() {
        return List.of();
    }

    /**
     * This type without some of its values.
     *
     * @param wanted for people, such as "a duration above 0"
     */
    default Type<T> where(Predicate<? super T> allowed, String wanted) {
        return new RestrictedType<>(this, allowed, wanted);
    }
}
