package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.monitor.config.Types;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is worth an alarm. There are three kinds: about a person; about a crowd, where {@link #people} is above 1; about a share of those
 * that passed, where {@link #share} is there.
 *
 * @param name unique; alarms carry it
 * @param states that count
 * @param holds for how long without a break; at most 1 day
 * @param share of the people that left (the zone), instead of how long and how many
 * @param people so many in one of the states at once, from 1; above 1 the alarm is about all of them together
 * @param present only while so many are there, whatever they wear, from 1
 * @param cameras empty: all
 * @param zone only in it; null: everywhere before the camera
 * @param schedule when the rule is on
 * @param coolDown after an alarm no other of this rule at the same camera for so long; at most 31 days. For a share at least its time
 * @param text of the alarm
 * @param channels who is told, by the channels' names
 * @param urgent for the channels that make a difference
 */
public record Rule(
        String name,
        CountedStates states,
        Duration holds,
        @Nullable ShareCondition share,
        int people,
        int present,
        Set<CameraId> cameras,
        @Nullable String zone,
        Schedule schedule,
        Duration coolDown,
        AlarmText text,
        List<String> channels,
        boolean urgent) {

    /** The name of the alarm that tells of those that were held back. */
    public static final String STORM = "storm-limit";

    static final int MOST_PEOPLE = 1000;
    private static final Duration LONGEST_HOLD = Duration.ofDays(1);
    private static final Duration LONGEST_COOL_DOWN = Duration.ofDays(31);

    public Rule {
        cameras = Set.copyOf(cameras);
        channels = List.copyOf(channels);
        if (name.isBlank() || name.equals(STORM) || name.equals(Snooze.ALL)) {
            throw new IllegalArgumentException("a rule must not be named \"" + name + "\"");
        }
        requireWithin("for", holds, LONGEST_HOLD);
        requireWithin("cool_down", coolDown, LONGEST_COOL_DOWN);
        requireWithin("people", people);
        requireWithin("present", present);
        if (share != null && (!holds.isZero() || people > 1 || present > 1)) {
            throw new IllegalArgumentException(
                    "share goes without for, people and present; it has its own: \"" + share + "\"");
        }
        if (text.names("zone") && zone == null) {
            throw new IllegalArgumentException("the text names {zone}, but the rule has none");
        }
        if (text.names("share") && share == null) {
            throw new IllegalArgumentException("the text names {share}, but the rule has none");
        }
        if (text.names("state") && (share != null || people > 1)) {
            throw new IllegalArgumentException("the text names {state}, but the rule is about several people");
        }
    }

    private static void requireWithin(String what, Duration value, Duration most) {
        if (value.isNegative() || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s must be 0 to %s, got %s"
                    .formatted(what, Types.DURATION.show(most), Types.DURATION.show(value)));
        }
    }

    private static void requireWithin(String what, int value) {
        if (value < 1 || value > MOST_PEOPLE) {
            throw new IllegalArgumentException(what + " must be 1 to " + MOST_PEOPLE + ", got " + value);
        }
    }

    boolean watches(CameraId camera) {
        return cameras.isEmpty() || cameras.contains(camera);
    }

    /** From one alarm to the next of this rule at a camera. */
    Duration pause() {
        return share != null && share.window().compareTo(coolDown) > 0 ? share.window() : coolDown;
    }

    /** How far back the past can matter to it. */
    Duration memory() {
        return holds.plus(pause());
    }
}
