package io.github.maskwatch.monitor.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Values in a row.
 *
 * @param single whether one value may stand there without brackets; then there must be one
 */
record ListType<T>(Type<T> type, boolean single) implements Type<List<T>> {
    @Override
    public String name() {
        return (single ? "one or a list of: " : "list of: ") + type.name();
    }

    @Override
    public List<T> read(Node node) throws ConfigurationException {
        if (single && !node.isList()) {
            return List.of(type.read(node));
        }
        List<Node> items = node.items("a list of: " + type.name());
        if (single && items.isEmpty()) {
            throw node.wrong("at least one: " + type.name());
        }
        List<T> values = new ArrayList<>();
        for (Node item : items) {
            values.add(type.read(item));
        }
        return List.copyOf(values);
    }

    @Override
    public String show(List<T> values) {
        return "[" + String.join(", ", values.stream().map(type::show).toList()) + "]";
    }

    @Override
    public List<Nested> nested() {
        return type.nested().stream()
                .map(part -> new Nested("[]" + part.suffix(), part.shape()))
                .toList();
    }
}
