package io.github.maskwatch.monitor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.monitor.live.SourceStatus.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LatestFeedTest {
    private final FakeClock clock = new FakeClock();
    private final StatisticsRecorder statistics = new StatisticsRecorder(clock);
    private final List<SourceStatus> statuses = new ArrayList<>();
    private final List<LatestFeed> feeds = new ArrayList<>();
    private @Nullable TimedFrame lastPolled;

    @AfterEach
    void close() {
        feeds.forEach(LatestFeed::close);
    }

    private LatestFeed feed(FakeSource source, Reconnection reconnection) {
        LatestFeed feed = new LatestFeed(
                source, reconnection, statistics, statuses::add, clock, new NoJitter(), Duration.ofMillis(5));
        feeds.add(feed);
        return feed;
    }

    private static TimedFrame frame(LatestFeed feed) throws IOException, InterruptedException {
        TimedFrame frame = null;
        while (frame == null) {
            frame = feed.poll();
        }
        return frame;
    }

    /** Polls, time flying, until the condition holds. */
    private void pollUntil(LatestFeed feed, Duration step, BooleanSupplier condition)
            throws IOException, InterruptedException {
        while (!condition.getAsBoolean()) {
            TimedFrame frame = feed.poll();
            if (frame != null) {
                lastPolled = frame;
            }
            clock.advance(step);
        }
    }

    private List<Phase> phases() {
        return statuses.stream().map(SourceStatus::phase).toList();
    }

    @Test
    void givesTheNewestFrameAndCountsTheDropped() throws Exception {
        FakeSource source = new FakeSource(true).opens().frames(5);
        LatestFeed feed = feed(source, Reconnection.defaults());
        long first = frame(feed).frame().index();
        while (statistics.snapshot().framesRead() < 5) {
            Thread.onSpinWait();
        }
        long second = first == 4 ? 4 : frame(feed).frame().index();
        assertThat(second).as("the last one read").isEqualTo(4);
        long given = first == 4 ? 1 : 2;
        assertThat(statistics.snapshot().framesDropped()).isEqualTo(5 - given);
        assertThat(phases()).containsExactly(Phase.OPENING, Phase.CONNECTED);
    }

    @Test
    void aBrokenSourceIsOpenedAgainEachTimeLater() throws Exception {
        FakeSource source = new FakeSource(true).opens().frames(1).breaks("cable pulled");
        for (int i = 0; i < 7; i++) {
            source.breaks("no route to host");
        }
        source.opens().frames(1);
        LatestFeed feed = feed(source, Reconnection.defaults());
        frame(feed);
        pollUntil(
                feed,
                Duration.ofMillis(250),
                () -> statuses.get(statuses.size() - 1).phase().equals(Phase.CONNECTED) && statuses.size() > 2);
        assertThat(statuses.stream()
                        .filter(each -> each.phase() == Phase.RECONNECTING)
                        .map(each -> each.nextTry().toMillis()))
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L);
        assertThat(statuses.get(2).reason()).isEqualTo("cable pulled");
        assertThat(statuses.get(4).reason()).isEqualTo("no route to host");
        assertThat(statuses.get(2).sentence()).isEqualTo("Reconnecting in 0.5 s (try 1)");
        assertThat(statuses.get(statuses.size() - 1).sentence()).isEqualTo("Connected again");
        assertThat(source.closed.get()).as("the broken reader was closed").isEqualTo(1);
    }

    @Test
    void aStreamThatEndsIsALossToo() throws Exception {
        FakeSource source =
                new FakeSource(true).opens().frames(1).ends().opens().frames(1);
        LatestFeed feed = feed(source, Reconnection.defaults());
        frame(feed);
        pollUntil(feed, Duration.ofMillis(250), () -> source.opened.get() == 2);
        assertThat(statuses.get(2).reason()).isEqualTo("the stream ended");
    }

    @Test
    void aSilentSourceIsNoticedEvenIfItsReaderHangs() throws Exception {
        FakeSource source =
                new FakeSource(true).opens().frames(1).hangs().opens().frames(1);
        LatestFeed feed = feed(source, Reconnection.defaults());
        frame(feed);
        clock.advance(Duration.ofMillis(4900));
        assertThat(feed.poll()).isNull();
        assertThat(phases()).as("not yet").containsExactly(Phase.OPENING, Phase.CONNECTED);
        clock.advance(Duration.ofMillis(200));
        assertThat(feed.poll()).isNull();
        assertThat(phases()).containsExactly(Phase.OPENING, Phase.CONNECTED, Phase.SILENT, Phase.RECONNECTING);
        assertThat(statuses.get(3).reason()).isEqualTo("no frame from door for 5 s");
        clock.advance(Duration.ofMillis(600));
        assertThat(frame(feed).frame().index()).as("numbers go on").isEqualTo(1);
        assertThat(phases()).endsWith(Phase.OPENING, Phase.CONNECTED);
    }

    @Test
    void hangingReadersDoNotPileUp() throws Exception {
        FakeSource source = new FakeSource(true)
                .opens()
                .frames(1)
                .hangs()
                .opens()
                .hangs()
                .opens()
                .hangs();
        LatestFeed feed = feed(source, Reconnection.defaults());
        frame(feed);
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofSeconds(31));
            feed.poll();
            while (source.opened.get() == 1 && i > 1) {
                Thread.onSpinWait();
            }
            if (i > 5) {
                break;
            }
        }
        assertThat(source.opened.get()).isEqualTo(2);
        assertThat(phases()).endsWith(Phase.RECONNECTING);
    }

    @Test
    void numbersAndPositionsGoOnAfterALoss() throws Exception {
        FakeSource source =
                new FakeSource(true).opens().frames(3).breaks("gone").opens().frames(1);
        LatestFeed feed = feed(source, Reconnection.defaults());
        TimedFrame last = frame(feed);
        while (last.frame().index() < 2) {
            last = frame(feed);
        }
        pollUntil(feed, Duration.ofMillis(250), () -> lastPolled != null);
        TimedFrame next = Objects.requireNonNull(lastPolled);
        assertThat(next.frame().index()).isEqualTo(3);
        assertThat(next.frame().position()).isGreaterThan(last.frame().position());
    }

    @Test
    void givesUpWhenToldTo() throws Exception {
        FakeSource source = new FakeSource(true).opens().frames(1).breaks("cable pulled");
        for (int i = 0; i < 20; i++) {
            source.breaks("no route to host");
        }
        LatestFeed feed = feed(source, Reconnection.defaults().withGiveUpAfter(Duration.ofSeconds(20)));
        frame(feed);
        pollUntil(feed, Duration.ofMillis(250), () -> feed.end() != null);
        assertThat(phases()).endsWith(Phase.GIVEN_UP);
        assertThat(Objects.requireNonNull(feed.end()).reason()).isEqualTo("no route to host; given up after 20 s");
    }

    @Test
    void whatNeverOpenedIsTheUsersToMend() {
        LatestFeed feed = feed(new FakeSource(true).breaks("wrong password"), Reconnection.defaults());
        assertThatThrownBy(() -> pollUntil(feed, Duration.ZERO, () -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("wrong password");
    }

    @Test
    void whatOpensButNeverGivesAFrameFailsToo() throws Exception {
        FakeSource source = new FakeSource(true).opens();
        LatestFeed feed = feed(source, Reconnection.defaults());
        pollUntil(feed, Duration.ZERO, () -> source.asked.get() == 1);
        assertThatThrownBy(() -> pollUntil(feed, Duration.ofSeconds(1), () -> false))
                .isInstanceOf(IOException.class)
                .hasMessage("no frame from door for 40 s; check that it is switched on and sends");
    }

    @Test
    void whatDoesNotOpenFailsSooner() {
        LatestFeed feed = feed(new FakeSource(true), Reconnection.defaults());
        assertThatThrownBy(() -> pollUntil(feed, Duration.ofSeconds(1), () -> false))
                .isInstanceOf(IOException.class)
                .hasMessage("no frame from door for 12 s; check that it is switched on and sends");
    }

    /** Its stream is there, but shows nothing before its next key frame. */
    @Test
    void aLateFirstFrameIsWaitedFor() throws Exception {
        FakeSource source = new FakeSource(true).opens();
        LatestFeed feed = feed(source, Reconnection.defaults());
        pollUntil(feed, Duration.ZERO, () -> source.asked.get() == 1);
        for (int second = 0; second < 30; second++) {
            assertThat(feed.poll()).isNull();
            clock.advance(Duration.ofSeconds(1));
        }
        source.frames(1);
        assertThat(frame(feed).frame().index()).isZero();
        assertThat(phases()).containsExactly(Phase.OPENING, Phase.CONNECTED);
    }

    @Test
    void patienceTriesFromTheStart() throws Exception {
        FakeSource source = new FakeSource(true).breaks("not there yet").opens().frames(1);
        LatestFeed feed = feed(source, Reconnection.defaults().withPatience(true));
        pollUntil(feed, Duration.ofMillis(250), () -> phases().contains(Phase.CONNECTED));
        assertThat(phases()).containsExactly(Phase.OPENING, Phase.RECONNECTING, Phase.OPENING, Phase.CONNECTED);
    }

    @Test
    void aDefectGoesUpAsItIs() {
        LatestFeed feed = feed(new FakeSource(true).opens().frames(1).hasDefect("bug"), Reconnection.defaults());
        assertThatThrownBy(() -> pollUntil(feed, Duration.ZERO, () -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bug");
    }

    @Test
    void afterALongGoodTimeALossIsTriedAgainSoon() throws Exception {
        FakeSource source = new FakeSource(true).opens().frames(1).breaks("one").breaks("two");
        LatestFeed feed = feed(source, Reconnection.defaults());
        frame(feed);
        pollUntil(
                feed,
                Duration.ofMillis(250),
                () -> statuses.stream().anyMatch(each -> each.reason().equals("two")));
        source.opens().frames(1);
        pollUntil(feed, Duration.ofMillis(250), () -> phases().get(phases().size() - 1) == Phase.CONNECTED);
        assertThat(statuses.get(statuses.size() - 1).attempt()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(4));
        source.frames(1);
        frame(feed);
        clock.advance(Duration.ofSeconds(4));
        source.frames(1);
        frame(feed);
        clock.advance(Duration.ofSeconds(4));
        source.frames(1).breaks("three");
        frame(feed);
        pollUntil(feed, Duration.ZERO, () -> phases().get(phases().size() - 1) == Phase.RECONNECTING);
        assertThat(statuses.get(statuses.size() - 1).attempt()).isEqualTo(1);
    }

    @Test
    void aFileEndsAndItsLastFrameIsNotLost() throws Exception {
        LatestFeed feed = feed(new FakeSource(false).opens().frames(3).ends(), Reconnection.defaults());
        TimedFrame last = null;
        while (feed.end() == null) {
            TimedFrame frame = feed.poll();
            last = frame == null ? last : frame;
        }
        assertThat(Objects.requireNonNull(last).frame().index()).isEqualTo(2);
        assertThat(Objects.requireNonNull(feed.end()).failure()).isNull();
    }

    private LatestFeed tended(FakeSource source, Runnable arrival) {
        LatestFeed feed = LatestFeed.tended(
                source,
                Reconnection.defaults().withPatience(true),
                statistics,
                statuses::add,
                arrival,
                clock,
                new NoJitter());
        feeds.add(feed);
        return feed;
    }

    /** Time flies only while the next try is waited for: otherwise a slow thread would be a silent source. */
    private void tendUntil(LatestFeed feed, BooleanSupplier condition) throws IOException, InterruptedException {
        while (!condition.getAsBoolean()) {
            feed.tend();
            if (phases().get(statuses.size() - 1) == Phase.RECONNECTING) {
                clock.advance(Duration.ofMillis(50));
            }
            Thread.sleep(1);
        }
    }

    @Test
    void tendedItTellsOfEachFrameAndNeverWaits() throws Exception {
        AtomicInteger arrived = new AtomicInteger();
        LatestFeed feed = tended(new FakeSource(true).opens().frames(5), arrived::incrementAndGet);
        assertThat(feed.take()).as("not opened yet").isNull();
        tendUntil(feed, () -> arrived.get() == 5);
        assertThat(Objects.requireNonNull(feed.take()).frame().index()).isEqualTo(4);
        assertThat(feed.take()).isNull();
        assertThat(phases()).containsExactly(Phase.OPENING, Phase.CONNECTED);
    }

    @Test
    void tendedItFindsAgainWhatWasLostThoughNobodyTakesFrames() throws Exception {
        FakeSource source = new FakeSource(true)
                .opens()
                .frames(2)
                .breaks("cable pulled")
                .opens()
                .frames(1);
        AtomicInteger arrived = new AtomicInteger();
        LatestFeed feed = tended(source, arrived::incrementAndGet);
        tendUntil(feed, () -> arrived.get() == 3);
        assertThat(Objects.requireNonNull(feed.take()).frame().index()).isEqualTo(2);
        assertThat(phases())
                .containsExactly(Phase.OPENING, Phase.CONNECTED, Phase.RECONNECTING, Phase.OPENING, Phase.CONNECTED);
        assertThat(statistics.snapshot().framesDropped())
                .as("the one before and the one left over")
                .isEqualTo(2);
    }

    @Test
    void tendedAFileEndsAfterItsLastFrameWasTaken() throws Exception {
        AtomicInteger arrived = new AtomicInteger();
        LatestFeed feed = tended(new FakeSource(false).opens().frames(1).ends(), arrived::incrementAndGet);
        tendUntil(feed, () -> arrived.get() == 1);
        feed.tend();
        assertThat(feed.over()).isFalse();
        assertThat(feed.take()).isNotNull();
        tendUntil(feed, feed::over);
        assertThat(phases()).containsExactly(Phase.OPENING, Phase.CONNECTED, Phase.ENDED);
    }

    @Test
    void tendedItEndsFromAnyThread() throws Exception {
        FakeSource source = new FakeSource(true).opens().frames(1);
        LatestFeed feed = tended(source, () -> {});
        tendUntil(feed, () -> statistics.snapshot().framesRead() == 1);
        Thread other = new Thread(feed::release);
        other.start();
        other.join();
        assertThat(feed.take()).isNull();
        feed.close(Duration.ofSeconds(30));
        assertThat(source.closed.get()).isEqualTo(1);
    }

    @Test
    void closingEndsTheNamedThread() throws Exception {
        LatestFeed feed = feed(new FakeSource(true).opens().frames(1), Reconnection.defaults());
        frame(feed);
        assertThat(readerThread()).isNotNull();
        feed.close();
        assertThat(readerThread()).isNull();
    }

    private static @Nullable Thread readerThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("maskwatch-reader-door"))
                .filter(Thread::isAlive)
                .findAny()
                .orElse(null);
    }
}
