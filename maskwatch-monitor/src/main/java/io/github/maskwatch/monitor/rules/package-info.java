/**
 * Rules: what of all that happens before the cameras is worth an alarm. {@link io.github.maskwatch.monitor.rules.RuleEngine} is a state machine of
 * the events and the time alone, so that recorded events give the same alarms as live ones.
 */
@NullMarked
package io.github.maskwatch.monitor.rules;

import org.jspecify.annotations.NullMarked;
