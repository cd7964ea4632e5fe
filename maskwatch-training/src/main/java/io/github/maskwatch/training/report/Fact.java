package io.github.maskwatch.training.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something to know about a run, such as its seed.
 *
 * @param name for people, such as "learning rate"
 * @param value for people, such as "0.001"
 */
public record Fact(String name, String value) {

    /**
     * What a configuration holds: a fact for each of its components in their order, with the component's name in words. Records
     * inside of it are written as one fact each. The records must be public.
     */
    public static List<Fact> of(Record configuration) {
        List<Fact> facts = new ArrayList<>();
        for (RecordComponent component : configuration.getClass().getRecordComponents()) {
            facts.add(new Fact(words(component.getName()), text(value(component, configuration))));
        }
        return List.copyOf(facts);
    }

    private static Object value(RecordComponent component, Record configuration) {
        try {
            return component.getAccessor().invoke(configuration);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "records must be public, got " + configuration.getClass().getName(), e);
        }
    }

    private static String text(Object value) {
        if (value instanceof Record inside) {
            return of(inside).stream()
                    .map(fact -> fact.name() + " " + fact.value())
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Enum<?> choice) {
            return words(choice.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Duration time) {
            return Figures.coordinate(time.toMillis() / 1000.0) + " s";
        }
        if (value instanceof Boolean wanted) {
            return wanted ? "yes" : "no";
        }
        return value.toString().replaceFirst("\\.0$", "");
    }

    /** "batchSize" and "batch_size" are "batch size". */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z0-9])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
