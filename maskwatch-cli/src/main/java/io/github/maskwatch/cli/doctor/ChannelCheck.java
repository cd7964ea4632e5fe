package io.github.maskwatch.cli.doctor;

import java.io.IOException;
import java.util.List;

/**
 * Whether the other side of a channel is there and lets us in. No alarm goes out.
 *
 * @param name of the channel
 * @param place of the other side, without a secret
 */
public record ChannelCheck(String name, String place, Probe probe) implements Check {
    /** Tries the channel. */
    @FunctionalInterface
    public interface Probe {
        void run() throws IOException, InterruptedException;
    }

    @Override
    public String subject() {
        return "channel " + name;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        try {
            probe.run();
            return List.of(Finding.ok(subject(), place + " can be reached"));
        } catch (IOException | IllegalArgumentException e) {
            return List.of(
                    Finding.wrong(
                            subject(),
                            place + ": " + e.getMessage(),
                            "see that it runs, and compare address, user and certificates; alarms wait in the store meanwhile"));
        }
    }
}
