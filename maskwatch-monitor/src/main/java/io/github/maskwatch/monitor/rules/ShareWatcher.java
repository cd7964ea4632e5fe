package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule about a share of the people that passed. It is looked at whenever somebody has passed. */
final class ShareWatcher extends Watcher {
    private record Passage(Instant at, boolean counted) {}

    private final ShareCondition share;
    private final Deque<Passage> passages = new ArrayDeque<>();
    private int counted;
    private Agenda.@Nullable Entry waiting;

    ShareWatcher(Rule rule, ShareCondition share, int index, Scene scene, AlarmDesk desk, Instant now) {
        super(rule, index, scene, desk, now);
        this.share = share;
    }

    @Override
    void passed(@Nullable String zone, @Nullable MaskState state, Instant at) {
        boolean known = state != null || rule().states().cannotTell();
        if (!isOn() || !known || !Objects.equals(zone, rule().zone())) {
            return;
        }
        boolean counts = rule().states().contains(state);
        passages.addLast(new Passage(at, counts));
        counted += counts ? 1 : 0;
        forgetBefore(at);
        if (waiting == null && isMet()) {
            waiting = due(at, this::tell);
        }
    }

    @Override
    void setBack(Duration by) {
        super.setBack(by);
        List<Passage> before = List.copyOf(passages);
        passages.clear();
        before.forEach(each -> passages.addLast(new Passage(each.at().minus(by), each.counted())));
    }

    private boolean isMet() {
        return share.isMet(counted, passages.size());
    }

    private void forgetBefore(Instant now) {
        Instant first = now.minus(share.window());
        while (!passages.isEmpty()
                && (!passages.getFirst().at().isAfter(first) || passages.size() > ShareCondition.MOST_PEOPLE)) {
            counted -= passages.removeFirst().counted() ? 1 : 0;
        }
    }

    private void tell(Agenda.Entry entry, Instant now) {
        // What is so when the silence ends decides, not what is so when somebody snoozes another rule meanwhile.
        if (isPostponed(entry, now)) {
            return;
        }
        forgetBefore(now);
        if (!isOn() || !isMet()) {
            waiting = null;
            return;
        }
        int all = passages.size();
        Map<String, String> values =
                Map.of("share", ShareCondition.percent(counted / (double) all), "count", Integer.toString(all));
        if (raise(entry, null, null, values, now)) {
            waiting = null;
        }
    }

    @Override
    void review(Instant at) {
        // who is there does not matter, only who passed
    }

    @Override
    void changed(Person person, Instant at) {
        // as above
    }

    @Override
    void forget(TrackId track) {
        // as above
    }

    @Override
    void clear() {
        // as above
    }
}
