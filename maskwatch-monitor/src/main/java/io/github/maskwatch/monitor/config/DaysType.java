package io.github.maskwatch.monitor.config;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/** Days of the week as text or as a list. */
final class DaysType implements Type<Set<DayOfWeek>> {
    private static final String WANTED = "days such as \"mon-fri\", \"sat, sun\" or \"daily\"";

    @Override
    public String name() {
        return "days";
    }

    @Override
    public Set<DayOfWeek> read(Node node) throws ConfigurationException {
        String text = node.isList() ? joined(node.items(WANTED)) : node.scalar(WANTED);
        try {
            return Weekdays.parse(text);
        } catch (IllegalArgumentException e) {
            throw node.problem("wanted " + WANTED + ", got \"" + text + "\"", e);
        }
    }

    private static String joined(List<Node> items) throws ConfigurationException {
        StringBuilder text = new StringBuilder();
        for (Node item : items) {
            text.append(text.length() == 0 ? "" : ", ").append(item.scalar(WANTED));
        }
        return text.toString();
    }

    @Override
    public String show(Set<DayOfWeek> days) {
        return Weekdays.print(days);
    }
}
