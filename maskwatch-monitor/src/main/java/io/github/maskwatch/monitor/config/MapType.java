package io.github.maskwatch.monitor.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values by names that the user chooses. */
record MapType<T>(Type<T> type) implements Type<Map<String, T>> {
    @Override
    public String name() {
        return "by name: " + type.name();
    }

    @Override
    public Map<String, T> read(Node node) throws ConfigurationException {
        Map<String, T> values = new LinkedHashMap<>();
        for (Map.Entry<String, Node> field :
                node.fields("a section of names, each with: " + type.name()).entrySet()) {
            Node value = field.getValue();
            String name = Types.NAME.read(Node.ofScalar(value.origin(), node.path(), value.line(), field.getKey()));
            values.put(name, type.read(value));
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    public String show(Map<String, T> values) {
        return values.isEmpty() ? "{}" : "";
    }

    @Override
    public List<Nested> nested() {
        return type.nested().stream()
                .map(part -> new Nested(".NAME" + part.suffix(), part.shape()))
                .toList();
    }
}
