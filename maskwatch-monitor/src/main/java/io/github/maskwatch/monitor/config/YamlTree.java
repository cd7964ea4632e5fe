package io.github.maskwatch.monitor.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * One YAML document as a tree of {@link Node}s. Scalars stay text, so that the types alone decide what {@code 07:00}, {@code on} or {@code 0755} is.
 * Anchors, aliases, tags and further documents are refused: a file that people read line by line needs none.
 */
final class YamlTree {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final Origin origin;
    private final YAMLParser parser;

    private YamlTree(Origin origin, YAMLParser parser) {
        this.origin = origin;
        this.parser = parser;
    }

    /** The root; a section without keys if there is nothing but comments. */
    static Node parse(String text, Origin origin) throws ConfigurationException {
        try (YAMLParser parser = YAML.createParser(text)) {
            return new YamlTree(origin, parser).document();
        } catch (ConfigurationException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw broken(origin, e);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory cannot fail to be read", e);
        }
    }

    private Node document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return Node.ofFields(origin, "", 1, Map.of());
        }
        Node root = node(first, "");
        if (parser.nextToken() != null) {
            throw nothing("").problem("a second document begins here; wanted one");
        }
        return root;
    }

    private Node node(@Nullable JsonToken token, String path) throws IOException {
        if (token == null) {
            throw nothing(path).problem("the file ends in the middle");
        }
        refuseReferences(path);
        int line = line();
        return switch (token) {
            case START_OBJECT -> Node.ofFields(origin, path, line, fields(path));
            case START_ARRAY -> Node.ofItems(origin, path, line, items(path));
            case VALUE_NULL -> Node.ofNothing(origin, path, line);
            default -> Node.ofScalar(origin, path, line, parser.getText());
        };
    }

    private Map<String, Node> fields(String path) throws IOException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Node before = fields.get(key);
            if (before != null) {
                throw nothing(path)
                        .problem("key \"" + key + "\" is there twice, on line " + before.line() + " already");
            }
            fields.put(key, node(parser.nextToken(), Node.child(path, key)));
        }
        return fields;
    }

    private List<Node> items(String path) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private void refuseReferences(String path) throws IOException {
        if (parser.isCurrentAlias()) {
            throw nothing(path).problem("anchors and aliases (& and *) are not understood; write the value out");
        }
        if (parser.getObjectId() != null) {
            throw nothing(path)
                    .problem("anchors and aliases (& and *) are not understood; put a text that begins with & into"
                            + " quotation marks");
        }
        if (parser.getTypeId() != null) {
            throw nothing(path)
                    .problem("tags (!) are not understood; put a text that begins with ! into quotation marks");
        }
    }

    private Node nothing(String path) {
        return Node.ofNothing(origin, path, line());
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /** The library's own message quotes the lines around, where a secret may stand; its problem alone does not. */
    private static ConfigurationException broken(Origin origin, JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        String problem = e.getCause() instanceof MarkedYAMLException marked
                        && marked.getProblem() != null
                        && marked.getProblemMark() != null
                ? marked.getProblem()
                : "no YAML can be made of it";
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            line = marked.getProblemMark().getLine() + 1;
        }
        return Node.ofNothing(origin, "", line).problem("not YAML: " + problem);
    }
}
