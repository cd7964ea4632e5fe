package io.github.maskwatch.monitor.rules;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.TrackId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule about several people at once: one alarm from when they are enough until they no longer are. */
final class CrowdWatcher extends Watcher {
    private Agenda.@Nullable Entry holding;
    private boolean told;

    CrowdWatcher(Rule rule, int index, Scene scene, AlarmDesk desk, Instant now) {
        super(rule, index, scene, desk, now);
    }

    @Override
    void review(Instant at) {
        boolean holds = isOn() && isOccupied() && count() >= rule().people();
        if (!holds) {
            clear();
        } else if (!told && holding == null) {
            holding = due(at.plus(rule().holds()), this::tell);
        }
    }

    private int count() {
        return scene().counted(rule().states(), rule().zone());
    }

    private void tell(Agenda.Entry entry, Instant now) {
        if (raise(entry, null, null, Map.of("count", Integer.toString(count())), now)) {
            holding = null;
            told = true;
        }
    }

    @Override
    void changed(Person person, Instant at) {
        review(at);
    }

    @Override
    void forget(TrackId track) {
        // the review that follows counts without him
    }

    @Override
    void clear() {
        cancel(holding);
        holding = null;
        told = false;
    }

    @Override
    void passed(@Nullable String zone, @Nullable MaskState state, Instant at) {
        // only of use for shares
    }
}
