package io.github.maskwatch.alarm;

import io.github.maskwatch.event.AlarmRaised;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what it is given, or fails as it is told to. */
class FakeChannel implements AlarmChannel {
    private final String name;
    final List<List<AlarmRaised>> attempts = new ArrayList<>();
    final List<AlarmRaised> arrived = new ArrayList<>();

    @Nullable
    Exception failure;

    int most = 1;
    Duration rest = Duration.ZERO;

    FakeChannel(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public Duration rest() {
        return rest;
    }

    @Override
    public void deliver(List<AlarmRaised> alarms) throws IOException, InterruptedException {
        attempts.add(alarms);
        Exception e = failure;
        if (e instanceof IOException io) {
            throw io;
        }
        if (e instanceof RuntimeException defect) {
            throw defect;
        }
        arrived.addAll(alarms);
    }

    @Override
    public void close() {}
}
