package io.github.maskwatch.monitor.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is to happen when: the order in which it happens depends on nothing but the entries. One thread at a time. */
final class Agenda {

    /** At the same moment in this order: what held until then is told before the schedule ends it. */
    enum Rank {
        ALARM,
        TURN,
        STORM
    }

    /** What happens. */
    @FunctionalInterface
    interface Task {
        /**
         * @param entry taken out of the agenda; may be {@link #postpone postponed}
         */
        void run(Entry entry, Instant now);
    }

    static final class Entry implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER = Comparator.<Entry, Instant>comparing(entry -> entry.at)
                .thenComparing(entry -> entry.rank)
                .thenComparingInt(entry -> entry.rule)
                .thenComparingLong(entry -> entry.number);

        private final Rank rank;
        private final int rule;
        private final long number;
        private final Task task;
        private Instant first;
        private Instant at;

        private Entry(Rank rank, int rule, long number, Task task, Instant at) {
            this.rank = rank;
            this.rule = rule;
            this.number = number;
            this.task = task;
            this.first = at;
            this.at = at;
        }

        Instant at() {
            return at;
        }

        void run(Instant now) {
            task.run(this, now);
        }

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry entry && entry.number == number;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    private final TreeSet<Entry> entries = new TreeSet<>();
    private long created;

    Entry add(Instant at, Rank rank, int rule, Task task) {
        Entry entry = new Entry(rank, rule, created++, task, at);
        entries.add(entry);
        return entry;
    }

    void remove(Entry entry) {
        entries.remove(entry);
    }

    /** Takes the first one out, if it is due. */
    @Nullable
    Entry poll(Instant now) {
        return entries.isEmpty() || entries.first().at.isAfter(now) ? null : entries.pollFirst();
    }

    /** Puts an entry that was taken out in again. */
    void postpone(Entry entry, Instant at) {
        entry.at = at;
        entries.add(entry);
    }

    /** What was postponed becomes due again: the reason may be gone. */
    void reconsider() {
        rearrange(entry -> entry.at = entry.first);
    }

    /** Everything is as far away as it was, but for schedules: they go by the clock, which is set back to that time. */
    void setBack(Duration by, Instant time) {
        rearrange(entry -> {
            entry.first = entry.rank == Rank.TURN ? time : entry.first.minus(by);
            entry.at = entry.rank == Rank.TURN ? time : entry.at.minus(by);
        });
    }

    private void rearrange(Consumer<Entry> change) {
        List<Entry> all = new ArrayList<>(entries);
        entries.clear();
        all.forEach(change);
        entries.addAll(all);
    }
}
