package io.github.maskwatch.cli.doctor;

import io.github.maskwatch.store.Retention;
import io.github.maskwatch.store.StoreAddress;
import io.github.maskwatch.store.StoreLook;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the store can be read, is of this version, and has no events of the future, which a clock that was set back leaves. */
public record StoreCheck(StoreAddress address, Retention retention, Clock clock) implements Check {
    /** What two machines' clocks may differ in. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    @Override
    public String subject() {
        return "store";
    }

    @Override
    public List<Finding> look() throws IOException {
        Optional<StoreLook> found = StoreLook.at(address);
        return found.isEmpty()
                ? List.of(Finding.ok(subject(), address + " is made at the first start; " + kept()))
                : of(found.get());
    }

    private List<Finding> of(StoreLook look) {
        List<Finding> findings = new ArrayList<>();
        String text = String.format(
                Locale.ROOT,
                "%s has tables of version %d and %,d KB of events; %s",
                address,
                look.version(),
                look.bytes() >> 10,
                kept());
        findings.add(
                look.version() > look.known()
                        ? Finding.wrong(
                                subject(), text + ", but this Maskwatch knows " + look.known(), "update Maskwatch")
                        : Finding.ok(subject(), text));
        Instant newest = look.newest();
        if (newest != null && newest.isAfter(clock.instant().plus(TOLERANCE))) {
            findings.add(Finding.wrong(
                    "clock", "the newest event is of " + newest + ", and that is yet to come", "set the clock right"));
        }
        return findings;
    }

    private String kept() {
        Duration age = retention.age();
        Long bytes = retention.bytes();
        if (age == null && bytes == null) {
            return "events are kept for ever";
        }
        return "kept are events"
                + (age == null ? "" : " of the last " + age.toDays() + " days")
                + (bytes == null ? "" : " up to " + (bytes >> 20) + " MB");
    }
}
