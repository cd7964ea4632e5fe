package io.github.maskwatch.monitor.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A section whose kind one of its keys tells, such as {@code {kind: mqtt, broker: …}}; its other keys are those of the kind's shape.
 *
 * @param <T> what the kinds have in common
 */
public final class Variants<T> implements Type<T> {
    private final String name;
    private final String key;
    private final Map<String, Shape<? extends T>> shapes;

    /**
     * @param name for messages and the table, such as "channel"
     * @param key that tells the kind, such as {@code kind}
     * @param shapes by kind, in the table's order
     */
    public Variants(String name, String key, Map<String, ? extends Shape<? extends T>> shapes) {
        this.name = name;
        this.key = key;
        this.shapes = new LinkedHashMap<>(shapes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public T read(Node node) throws ConfigurationException {
        Node kind = node.fields("a section (" + name + ")").get(key);
        String kinds = String.join(", ", shapes.keySet());
        if (kind == null) {
            throw node.problem("key \"" + key + "\" is missing (one of " + kinds + ")");
        }
        Shape<? extends T> shape = shapes.get(kind.scalar("one of " + kinds));
        if (shape == null) {
            List<String> near = Nearest.to(kind.scalar("one of " + kinds), shapes.keySet());
            throw kind.wrong("one of " + kinds + (near.isEmpty() ? "" : " (perhaps " + near.get(0) + ")"));
        }
        return shape.read(node.without(key));
    }

    @Override
    public List<Nested> nested() {
        List<Nested> nested = new ArrayList<>();
        shapes.forEach((kind, shape) -> nested.add(new Nested("{" + key + ": " + kind + "}", shape)));
        return nested;
    }
}
