package io.github.maskwatch.monitor.config;

import java.util.List;
import java.util.function.Predicate;

/** A type without some of its values. */
record RestrictedType<T>(Type<T> type, Predicate<? super T> allowed, String wanted) implements Type<T> {
    @Override
    public String name() {
        return type.name();
    }

    @Override
    public T read(Node node) throws ConfigurationException {
        T value = type.read(node);
        if (!allowed.test(value)) {
            throw node.wrong(wanted);
        }
        return value;
    }

    @Override
    public String show(T value) {
        return type.show(value);
    }

    @Override
    public List<Nested> nested() {
        return type.nested();
    }
}
