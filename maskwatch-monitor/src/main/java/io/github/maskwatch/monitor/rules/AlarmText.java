package io.github.maskwatch.monitor.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line for people with places to be filled in: {@code {camera}}, {@code {zone}}, {@code {state}}, {@code {count}}, {@code {share}}, {@code {rule}}.
 */
public record AlarmText(String template) {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
    private static final List<String> KNOWN = List.of("camera", "zone", "state", "count", "share", "rule");
    private static final int LONGEST = 500;

    public AlarmText {
        if (template.isBlank()
                || template.length() > LONGEST
                || template.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a text must be one line of 1 to " + LONGEST + " characters");
        }
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            if (!KNOWN.contains(place.group(1))) {
                throw new IllegalArgumentException(
                        "a text knows {" + String.join("}, {", KNOWN) + "}, got {" + place.group(1) + "}");
            }
        }
    }

    boolean names(String place) {
        return template.contains("{" + place + "}");
    }

    /** With these values; a place without one stays empty. */
    String filled(Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
