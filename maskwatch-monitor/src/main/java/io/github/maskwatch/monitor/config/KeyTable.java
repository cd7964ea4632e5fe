package io.github.maskwatch.monitor.config;

import java.util.ArrayList;
import java.util.List;

/**
 * All keys of a shape, with those of the sections within: what docs/configuration.md is made of.
 *
 * @param rows in the order of the code
 */
public record KeyTable(List<Row> rows) {

    /**
     * A key.
     *
     * @param path such as {@code rules[].for}; {@code NAME} is a name that the user chooses
     * @param standard the default: "required", a value as one would write it, or empty where an absent key is an answer of its own
     */
    public record Row(String path, String type, String standard, String meaning) {}

    public KeyTable {
        rows = List.copyOf(rows);
    }

    /** The keys of everything that may stand in a place of that type. */
    public static KeyTable of(Type<?> type) {
        List<Row> rows = new ArrayList<>();
        addNested("", type, rows);
        return new KeyTable(rows);
    }

    private static void addNested(String path, Type<?> type, List<Row> rows) {
        for (Type.Nested part : type.nested()) {
            for (Key<?> key : part.shape().keys()) {
                addKey(path + part.suffix(), key, rows);
            }
        }
    }

    private static void addKey(String parent, Key<?> key, List<Row> rows) {
        String path = Node.child(parent, key.name());
        rows.add(new Row(path, key.type().name(), key.shownDefault(), key.meaning()));
        addNested(path, key.type(), rows);
    }

    /** A table in Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("| key | what | default | meaning |\n|---|---|---|---|\n");
        for (Row row : rows) {
            String standard = row.standard().isEmpty() || row.standard().equals("required")
                    ? row.standard()
                    : "`" + row.standard() + "`";
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(row.path(), cell(row.type()), cell(standard), cell(row.meaning())));
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
