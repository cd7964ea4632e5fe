package io.github.maskwatch.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.PersonLeft;
import io.github.maskwatch.event.ZoneLeft;
import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.tracking.ByteTracker;
import io.github.maskwatch.tracking.TrackingConfig;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceWatchTest {
    /** Across the middle of the picture, in is downwards. */
    private static final Line DOOR = new Line("door", new Point(0.1, 0.5), new Point(0.9, 0.5));

    private static final Zone HALL = new Zone("hall", Polygon.rectangle(0, 0.6, 1, 1));
    private static final PlaceConfig PLACE =
            PlaceConfig.DEFAULTS.withZones(List.of(HALL)).withLines(List.of(DOOR));

    @Test
    void defaults() {
        assertThat(PlaceConfig.DEFAULTS)
                .isEqualTo(new PlaceConfig(List.of(), List.of(), 0, 0, 2, Duration.ofMillis(500), 0.25));
    }

    @Test
    void somebodyWalksInAndVanishes() {
        Walk walk = new Walk(PLACE);
        walk.to(1, 0.5, 0.2, 40, null).frame();
        walk.to(1, 0.5, 0.4).frame();
        walk.to(1, 0.5, 0.55).frame();
        walk.to(1, 0.5, 0.7).frame();
        walk.to(1, 0.5, 0.8).frame();
        walk.to(1, 0.5, 0.9).frame();
        walk.frame();
        walk.gone(1).frame();
        assertThat(walk.story())
                .containsExactly(
                        "appeared 1",
                        "state 1 with_mask",
                        "line_passed 1 door in with_mask",
                        "zone_entered 1 hall with_mask",
                        "zone_left 1 hall with_mask",
                        "left 1 with_mask");
        assertThat(((ZoneLeft) walk.events.get(4)).stayed()).hasMillis(200);
        assertThat(((PersonLeft) walk.events.get(5)).stayed()).hasMillis(500);
        assertThat(walk.watch.passages("door")).isEqualTo(new Passages(1, 0));
        assertThat(walk.watch.occupancy().people()).isEmpty();
    }

    @Test
    void whatIsSaidAtTheLineIsNotSaidOtherwiseLater() {
        Walk walk = new Walk(PLACE);
        walk.to(1, 0.5, 0.2, 40, null).frame();
        walk.to(1, 0.5, 0.58, 40, null).frame();
        walk.to(1, 0.5, 0.59, 40, MaskState.WITHOUT_MASK).frame();
        assertThat(walk.story()).containsExactly("appeared 1", "line_passed 1 door in", "state 1 without_mask");
    }

    @Test
    void aStateOfTheSameFrameIsToldBeforeThePassage() {
        Walk walk = new Walk(PLACE);
        walk.to(1, 0.5, 0.2, 40, null).frame();
        walk.to(1, 0.5, 0.58, 40, MaskState.WORN_INCORRECTLY).frame();
        assertThat(walk.story())
                .containsExactly(
                        "appeared 1", "state 1 mask_worn_incorrectly", "line_passed 1 door in mask_worn_incorrectly");
    }

    @Test
    void ditheringOnTheLineIsOnePassageOrNone() {
        Walk through = new Walk(PLACE).way(1, 0.5, 0.4, 0.5, 0.49, 0.5, 0.505, 0.5, 0.495, 0.5, 0.51, 0.5, 0.7);
        assertThat(through.watch.passages("door")).isEqualTo(new Passages(1, 0));
        Walk back = new Walk(PLACE).way(1, 0.5, 0.4, 0.5, 0.49, 0.5, 0.505, 0.5, 0.495, 0.5, 0.51, 0.5, 0.3);
        assertThat(back.watch.passages("door")).isEqualTo(Passages.NONE);
    }

    @Test
    void whoVanishesOnTheFarSideHasPassed() {
        Walk walk = new Walk(PLACE).way(1, 0.5, 0.4, 0.5, 0.505);
        assertThat(walk.story()).endsWith("line_passed 1 door in with_mask", "left 1 with_mask");
    }

    @Test
    void inAndOutAndInAgainCountsOnceEach() {
        Walk walk = new Walk(PLACE).way(1, 0.5, 0.3, 0.5, 0.7, 0.5, 0.3, 0.5, 0.7, 0.5, 0.3);
        assertThat(walk.watch.passages("door")).isEqualTo(new Passages(1, 1));
    }

    @Test
    void jitterAtAZonesBorderIsNoComingAndGoing() {
        Walk walk = new Walk(PLACE);
        for (int i = 0; i < 40; i++) {
            walk.to(1, 0.5, i % 2 == 0 ? 0.59 : 0.61).frame();
        }
        assertThat(walk.story()).as("never two looks inside").containsExactly("appeared 1", "state 1 with_mask");
        for (int i = 0; i < 40; i++) {
            walk.to(1, 0.5, i % 3 == 0 ? 0.59 : 0.61).frame();
        }
        assertThat(walk.story()).endsWith("zone_entered 1 hall with_mask");
        for (int i = 0; i < 6; i++) {
            walk.to(1, 0.5, 0.59).frame();
        }
        assertThat(walk.story()).endsWith("zone_left 1 hall with_mask");
    }

    @Test
    void whoIsHiddenStaysWhereHeWas() {
        Walk walk = new Walk(PLACE);
        walk.to(1, 0.5, 0.8).frame();
        walk.to(1, 0.5, 0.8).frame();
        for (int i = 0; i < 9; i++) {
            walk.frame();
        }
        assertThat(walk.watch.occupancy().headcount("hall")).isEqualTo(new Headcount(1, 0, 0, 0));
    }

    @Test
    void occupancyTellsWhoIsWhere() {
        Walk walk = new Walk(PLACE);
        for (int i = 0; i < 2; i++) {
            walk.to(1, 0.2, 0.8)
                    .to(2, 0.4, 0.8, 40, MaskState.WITHOUT_MASK)
                    .to(3, 0.6, 0.8, 40, null)
                    .to(4, 0.6, 0.2)
                    .frame();
        }
        Occupancy occupancy = walk.watch.occupancy();
        assertThat(occupancy.headcount("hall")).isEqualTo(new Headcount(1, 1, 0, 1));
        assertThat(occupancy.headcount()).isEqualTo(new Headcount(2, 1, 0, 1));
        assertThat(occupancy.people())
                .extracting(person -> person.track().value())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(walk.watch.end(Walk.START)).hasSize(7);
        assertThat(walk.watch.occupancy().people()).isEmpty();
    }

    @Test
    void aFaceCountsFromTheLookOnInWhichItIsLargeEnough() {
        Walk walk = new Walk(PLACE.withLeastFace(0, 0.1));
        walk.to(1, 0.5, 0.2, 20, MaskState.WITH_MASK).frame();
        walk.to(1, 0.5, 0.7, 30, MaskState.WITH_MASK).frame();
        walk.to(2, 0.2, 0.7, 30, MaskState.WITH_MASK).frame();
        assertThat(walk.watch.occupancy().people()).isEmpty();
        walk.to(1, 0.5, 0.3, 60, MaskState.WITH_MASK).frame();
        walk.to(1, 0.5, 0.7, 30, MaskState.WITH_MASK).frame();
        walk.gone(1).gone(2).frame();
        assertThat(walk.story())
                .containsExactly(
                        "appeared 1",
                        "state 1 with_mask",
                        "line_passed 1 door out with_mask",
                        "line_passed 1 door in with_mask",
                        "left 1 with_mask");
    }

    @Test
    void whoLeavesIsToldBeforeWhoComes() {
        Walk walk = new Walk(PLACE);
        walk.to(1, 0.5, 0.8).frame();
        walk.to(1, 0.5, 0.8).frame();
        walk.gone(1).to(2, 0.5, 0.8).frame();
        assertThat(walk.story())
                .endsWith("zone_left 1 hall with_mask", "left 1 with_mask", "appeared 2", "state 2 with_mask");
    }

    @Test
    void theIdsOfAFrameRiseInTheOrderOfItsEvents() {
        Walk walk = new Walk(PLACE);
        for (int i = 1; i <= 20; i++) {
            walk.to(i, 0.04 * i, 0.8);
        }
        List<EventId> ids = walk.frame().stream().map(Event::id).toList();
        assertThat(ids).hasSize(40).doesNotHaveDuplicates().isSorted();
    }

    /** At two frames a second, between the first look and the second, with which the track begins. */
    @Test
    void whoCrossesBetweenTheFirstTwoLooksHasPassed() {
        ByteTracker tracker = new ByteTracker(TrackingConfig.DEFAULTS, new Random(1));
        PlaceWatch watch = new PlaceWatch(Walk.CAMERA, PLACE, new Random(1));
        double[] ways = {0.42, 0.54, 0.66};
        for (int i = 0; i < ways.length; i++) {
            Duration position = Duration.ofMillis(400L * i);
            MaskedFace face = face(500, ways[i] * 500);
            MaskedFace other = face(900, 420);
            watch.update(
                    tracker.update(position, List.of(face, other), unused -> 1),
                    new FrameMoment(Walk.START.plus(position), position, 1000, 500));
        }
        assertThat(watch.passages("door")).isEqualTo(new Passages(1, 0));
    }

    private static MaskedFace face(double x, double y) {
        return new MaskedFace(new Face(new Box(x - 50, y - 50, 100, 100), 0.9f), new MaskPrediction(0.97, 0.02, 0.01));
    }

    @Test
    void refusesWhatCannotBeConfigured() {
        assertThatThrownBy(() -> PLACE.withLines(List.of(new Line("hall", new Point(0, 0), new Point(1, 1)))))
                .hasMessageContaining("\"hall\" twice");
        assertThatThrownBy(() -> PLACE.withLeastFace(-1, 0)).hasMessageContaining("leastFacePx");
        assertThatThrownBy(() -> PLACE.withLeastFace(0, 1.5)).hasMessageContaining("in 0..1, got 1.5");
        assertThatThrownBy(() -> new Walk(PLACE).watch.passages("gate"))
                .hasMessageContaining("one of [door], got \"gate\"");
    }
}
