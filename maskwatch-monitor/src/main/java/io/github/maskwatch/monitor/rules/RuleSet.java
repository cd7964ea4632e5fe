package io.github.maskwatch.monitor.rules;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of a site.
 *
 * @param rules in the order of their alarms where several come at the same moment; names are unique; at most 1000
 * @param storm over all of them
 * @param timeZone of their schedules
 */
public record RuleSet(List<Rule> rules, StormLimit storm, ZoneId timeZone) {
    private static final int MOST_RULES = 1000;

    public RuleSet {
        rules = List.copyOf(rules);
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException("there may be " + MOST_RULES + " rules, got " + rules.size());
        }
        Set<String> names = new HashSet<>();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("there are two rules named \"" + rule.name() + "\"");
            }
        }
    }

    /** Who is to be told of an alarm of that rule: of those held back, everybody. Nobody, if there is no such rule. */
    public Set<String> channelsOf(String rule) {
        Set<String> channels = new LinkedHashSet<>();
        for (Rule candidate : rules) {
            if (rule.equals(Rule.STORM) || rule.equals(candidate.name())) {
                channels.addAll(candidate.channels());
            }
        }
        return channels;
    }

    /** How far back past events can matter; so much a new engine is to be {@link RuleEngine#prime primed} with. */
    public Duration memory() {
        Duration longest = rules.stream().map(Rule::memory).reduce(Duration.ZERO, RuleSet::longer);
        return longest.plus(storm.window());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
