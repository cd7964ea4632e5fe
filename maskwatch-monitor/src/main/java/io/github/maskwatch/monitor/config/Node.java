package io.github.maskwatch.monitor.config;

import io.github.maskwatch.message.OneLine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as it stands in the file, with its place: a scalar (as text, whatever it looks like), a list, a section, or nothing at all
 * (a key with an empty value). Immutable.
 */
public final class Node {
    private static final int MOST_TOLD = 60;

    private final Origin origin;
    private final String path;
    private final int line;
    private final @Nullable String scalar;
    private final @Nullable List<Node> items;
    private final @Nullable Map<String, Node> fields;

    private Node(
            Origin origin,
            String path,
            int line,
            @Nullable String scalar,
            @Nullable List<Node> items,
            @Nullable Map<String, Node> fields) {
        this.origin = origin;
        this.path = path;
        this.line = line;
        this.scalar = scalar;
        this.items = items;
        this.fields = fields;
    }

    static Node ofNothing(Origin origin, String path, int line) {
        return new Node(origin, path, line, null, null, null);
    }

    static Node ofScalar(Origin origin, String path, int line, String scalar) {
        return new Node(origin, path, line, scalar, null, null);
    }

    static Node ofItems(Origin origin, String path, int line, List<Node> items) {
        return new Node(origin, path, line, null, List.copyOf(items), null);
    }

    static Node ofFields(Origin origin, String path, int line, Map<String, Node> fields) {
        return new Node(origin, path, line, null, null, new LinkedHashMap<>(fields));
    }

    /** What would stand under a key of this section that is not there: a section without keys. */
    Node emptySection(String key) {
        return ofFields(origin, child(path, key), line, Map.of());
    }

    static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** This section without that key. */
    Node without(String key) {
        Map<String, Node> rest = new LinkedHashMap<>(fields == null ? Map.of() : fields);
        rest.remove(key);
        return ofFields(origin, path, line, rest);
    }

    Origin origin() {
        return origin;
    }

    /** Such as {@code rules[2].for}; empty for the whole file. */
    public String path() {
        return path;
    }

    /** In the file, from 1. */
    public int line() {
        return line;
    }

    public boolean isScalar() {
        return scalar != null;
    }

    public boolean isList() {
        return items != null;
    }

    public boolean isSection() {
        return fields != null;
    }

    /**
     * The text of a scalar.
     *
     * @param wanted what was expected, such as {@code a duration such as "5 s"}
     * @throws ConfigurationException if it is none
     */
    public String scalar(String wanted) throws ConfigurationException {
        if (scalar == null) {
            throw wrong(wanted);
        }
        return scalar;
    }

    /**
     * The values of a list.
     *
     * @throws ConfigurationException if it is none
     */
    public List<Node> items(String wanted) throws ConfigurationException {
        if (items == null) {
            throw wrong(wanted);
        }
        return items;
    }

    /**
     * The values of a section by their keys, in the file's order.
     *
     * @throws ConfigurationException if it is none
     */
    public Map<String, Node> fields(String wanted) throws ConfigurationException {
        if (fields == null) {
            throw wrong(wanted);
        }
        return fields;
    }

    /** A path that is written in the file: a relative one starts from the file's folder. */
    Path resolve(String file) {
        return origin.folder().resolve(file);
    }

    /** Something else stands here than what was wanted. */
    public ConfigurationException wrong(String wanted) {
        return problem("wanted " + wanted + ", got " + told());
    }

    /** As {@link #wrong}, where what stands here may be a secret. */
    public ConfigurationException wrongUntold(String wanted) {
        return problem("wanted " + wanted + "; got something else, which is not repeated here");
    }

    /** What is said about this place, with the place. */
    public ConfigurationException problem(String message) {
        return new ConfigurationException(place() + OneLine.of(message));
    }

    ConfigurationException problem(String message, Throwable cause) {
        return new ConfigurationException(place() + OneLine.of(message), cause);
    }

    private String place() {
        return origin.file() + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ");
    }

    private String told() {
        if (scalar != null) {
            String shown = scalar.length() > MOST_TOLD ? scalar.substring(0, MOST_TOLD) + "…" : scalar;
            return "\"" + shown + "\"";
        }
        if (items != null) {
            return "a list of " + items.size();
        }
        return fields == null ? "nothing" : fields.isEmpty() ? "an empty section" : "a section with " + keys(fields);
    }

    private static String keys(Map<String, Node> fields) {
        return String.join(", ", fields.keySet().stream().limit(3).toList()) + (fields.size() > 3 ? ", …" : "");
    }

    /** The place alone: what stands here may be a secret. */
    @Override
    public String toString() {
        return place();
    }
}
