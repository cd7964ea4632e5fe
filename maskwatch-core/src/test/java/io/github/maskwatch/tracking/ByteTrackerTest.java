package io.github.maskwatch.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.tracking.TrackChange.Kind;
import io.github.maskwatch.vote.VoteConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ByteTrackerTest {
    private final Tracked run = new Tracked(1);

    /** A tracker and everything that it told. */
    private static final class Tracked {
        final ByteTracker tracker;
        final List<TrackChange> changes = new ArrayList<>();

        Tracked(long seed) {
            tracker = new ByteTracker(TrackingConfig.DEFAULTS, new Random(seed));
        }

        TrackedFrame at(double seconds, MaskedFace... faces) {
            TrackedFrame frame = tracker.update(Duration.ofNanos(Math.round(seconds * 1e9)), List.of(faces), face -> 1);
            changes.addAll(frame.changes());
            return frame;
        }

        @Nullable
        TrackId idAt(double seconds, MaskedFace face) {
            TrackedFrame frame = at(seconds, face);
            Track track = frame.faces().isEmpty() ? null : frame.faces().get(0).track();
            return track == null ? null : track.id();
        }

        long count(Kind kind) {
            return changes.stream().filter(change -> change.kind() == kind).count();
        }
    }

    private static MaskedFace masked(double x, double y, double side, double score) {
        return new MaskedFace(new Face(new Box(x, y, side, side), (float) score), new MaskPrediction(0.96, 0.03, 0.01));
    }

    private static MaskedFace face(double x) {
        return masked(x, 50, 40, 0.8);
    }

    @Test
    void defaults() {
        assertThat(TrackingConfig.DEFAULTS)
                .isEqualTo(new TrackingConfig(
                        0.4,
                        0.5,
                        0.05,
                        0.2,
                        0.4,
                        0.5,
                        2,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(3),
                        VoteConfig.DEFAULTS));
        assertThat(TrackingConfig.DEFAULTS.withHighScore(0.3).highScore()).isEqualTo(0.3);
    }

    /** It goes on with a face that is sure enough by itself, but begins only with one that was likelier than not. */
    @Test
    void nobodyIsThereBeforeAFaceWasLikely() {
        for (int i = 0; i < 10; i++) {
            assertThat(run.at(0.1 * i, masked(50, 50, 40, 0.45)).faces()).isEmpty();
        }
        run.at(1, masked(50, 50, 40, 0.55));
        for (int i = 0; i < 50; i++) {
            assertThat(run.at(1.1 + 0.1 * i, masked(50, 50, 40, 0.45)).tracks()).hasSize(1);
        }
        assertThat(run.count(Kind.APPEARED)).isEqualTo(1);
        assertThat(TrackingConfig.DEFAULTS.withHighScore(0).leastToBegin())
                .as("of a detector that tells no score")
                .isZero();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> TrackingConfig.DEFAULTS.withHighScore(1.5))
                .hasMessage("highScore must be in 0..1, got 1.5");
        run.at(2);
        assertThatThrownBy(() -> run.at(1)).hasMessage("frames must come in order, got PT1S after PT2S");
    }

    @Test
    void whoIsGivenUpLeavesAndComesBackAsSomebodyNew() {
        run.at(0, face(10));
        TrackId before = Objects.requireNonNull(run.idAt(0.04, face(10)));
        run.at(0.08, face(10), face(200));
        TrackedFrame ended = run.tracker.end();
        assertThat(ended.changes())
                .as("not the face that was seen only once")
                .containsExactly(new TrackChange(before, Kind.LEFT, MaskState.WITH_MASK, null));
        assertThat(ended.tracks()).isEmpty();
        assertThat(run.tracker.end().changes()).isEmpty();
        run.at(0.12, face(10));
        assertThat(run.idAt(0.16, face(10))).isNotNull().isNotEqualTo(before);
    }

    @Test
    void aFaceIsATrackFromItsSecondLookOn() {
        assertThat(run.at(0, face(10)).faces().get(0).track()).isNull();
        assertThat(run.at(0, face(10)).faces().get(0).told().called()).isFalse();
        TrackedFrame second = run.at(0.04, face(11));
        Track track = Objects.requireNonNull(second.faces().get(0).track());
        assertThat(track.looks()).isGreaterThanOrEqualTo(2);
        assertThat(second.tracks()).containsExactly(track);
        assertThat(run.count(Kind.APPEARED)).isEqualTo(1);
    }

    @Test
    void aFalseAlarmOfOneFrameIsNobody() {
        run.at(0, face(10));
        run.at(0.2);
        run.at(0.5);
        assertThat(run.at(0.6, face(10)).tracks()).isEmpty();
        assertThat(run.changes).isEmpty();
    }

    @Test
    void anUnsureFaceGoesOnWithATrackButBeginsNone() {
        run.at(0, masked(10, 50, 40, 0.3));
        assertThat(run.at(0.04, masked(10, 50, 40, 0.3)).faces()).isEmpty();
        run.at(0.08, face(10));
        TrackId id = run.idAt(0.12, face(10));
        assertThat(run.idAt(0.16, masked(10, 50, 40, 0.25))).isEqualTo(id).isNotNull();
        assertThat(run.at(0.2, masked(10, 50, 40, 0.04)).faces())
                .as("below the low score")
                .isEmpty();
    }

    @Test
    void unsureFacesAloneKeepNobodyForEver() {
        run.at(0, face(10));
        run.at(0.1, face(10));
        double time = 0.2;
        while (time < 4) {
            run.at(time, masked(10, 50, 40, 0.3));
            time += 0.1;
        }
        assertThat(run.count(Kind.LEFT)).isEqualTo(1);
        assertThat(run.at(4.1).tracks()).isEmpty();
    }

    @Test
    void aHiddenFaceIsTheSamePersonWithinASecondAndSomebodyNewLater() {
        run.at(0, face(10));
        TrackId id = run.idAt(0.1, face(10));
        for (double time = 0.2; time < 0.9; time += 0.1) {
            assertThat(run.at(time).tracks()).hasSize(1);
        }
        assertThat(run.idAt(0.9, face(12))).isEqualTo(id);
        for (double time = 1; time < 2.05; time += 0.1) {
            run.at(time);
        }
        assertThat(run.changes).endsWith(TrackChange.left(Objects.requireNonNull(id), MaskState.WITH_MASK));
        run.at(2.2, face(12));
        assertThat(run.idAt(2.3, face(12))).isNotNull().isNotEqualTo(id);
    }

    @Test
    void twoWhoPassEachOtherKeepTheirNames() {
        TrackId left = null;
        TrackId right = null;
        for (int i = 0; i <= 50; i++) {
            // Apart by a quarter of a face in height, crossing in the middle.
            TrackedFrame frame = run.at(i * 0.04, masked(4.0 * i, 50, 40, 0.8), masked(200 - 4.0 * i, 75, 40, 0.8));
            if (i == 10) {
                left = Objects.requireNonNull(frame.faces().get(0).track()).id();
                right = Objects.requireNonNull(frame.faces().get(1).track()).id();
            } else if (i == 50) {
                assertThat(Objects.requireNonNull(frame.faces().get(0).track()).id())
                        .isEqualTo(left);
                assertThat(Objects.requireNonNull(frame.faces().get(1).track()).id())
                        .isEqualTo(right);
            }
        }
        assertThat(left).isNotEqualTo(right);
    }

    /** Two face widths per second, at any frame rate from 4 on. */
    @Property(tries = 40)
    void aWalkIsOneTrack(@ForAll @IntRange(min = 4, max = 30) int framesPerSecond) {
        Tracked walk = new Tracked(7);
        for (int i = 0; i < 5 * framesPerSecond; i++) {
            double time = (double) i / framesPerSecond;
            walk.at(time, face(80 * time));
        }
        assertThat(walk.count(Kind.APPEARED)).isEqualTo(1);
        assertThat(walk.count(Kind.LEFT)).isZero();
        assertThat(walk.count(Kind.STATE)).isEqualTo(1);
    }

    @Test
    void aSecondBoxOverOneFaceIsNotASecondPerson() {
        run.at(0, face(10));
        run.at(0.04, face(10));
        for (int i = 2; i < 6; i++) {
            TrackedFrame frame = run.at(i * 0.04, face(10), masked(14, 60, 32, 0.7));
            assertThat(frame.faces()).hasSize(1);
            assertThat(frame.tracks()).hasSize(1);
        }
    }

    @Test
    void afterAGapNobodyIsKnown() {
        run.at(0, face(10));
        TrackId id = run.idAt(0.1, face(10));
        run.at(4, face(10));
        assertThat(run.count(Kind.LEFT)).isEqualTo(1);
        assertThat(run.idAt(4.1, face(10))).isNotNull().isNotEqualTo(id);
    }

    @Test
    void aSlowMachineStillFollows() {
        run.at(0, face(10));
        TrackId id = run.idAt(1.5, face(12));
        assertThat(id).as("nobody looked in between").isNotNull();
        assertThat(run.idAt(3, face(11))).isEqualTo(id);
    }

    @Test
    void namesComeFromTheGivenChanceOnly() {
        Tracked same = new Tracked(1);
        Tracked other = new Tracked(2);
        for (Tracked each : List.of(run, same, other)) {
            each.at(0, face(10));
            each.at(0.1, face(10));
        }
        assertThat(same.changes).isEqualTo(run.changes);
        assertThat(other.changes).isNotEqualTo(run.changes);
        assertThat(new TrackId(0xABCL)).hasToString("0000000000000abc");
    }

    @Test
    void aMaskTakenOffIsOneChange() {
        MaskedFace bare = new MaskedFace(new Face(new Box(10, 50, 40, 40), 0.8f), new MaskPrediction(0.03, 0.95, 0.02));
        double time = 0;
        for (; time < 3; time += 0.04) {
            run.at(time, face(10));
        }
        for (; time < 5; time += 0.04) {
            run.at(time, bare);
        }
        assertThat(run.changes).extracting(TrackChange::kind).containsExactly(Kind.APPEARED, Kind.STATE, Kind.STATE);
        assertThat(run.changes)
                .extracting(TrackChange::to)
                .containsExactly(null, MaskState.WITH_MASK, MaskState.WITHOUT_MASK);
    }

    @Test
    void aFramesPictureTellsWhatALookIsWorth() {
        ByteTracker blurred = new ByteTracker(TrackingConfig.DEFAULTS, new Random(1));
        Image plain = Image.filled(200, 200, 0x808080);
        for (int i = 0; i < 20; i++) {
            Frame frame = new Frame(new CameraId("door"), i, Duration.ofMillis(40L * i), plain);
            TrackedFrame tracked = blurred.update(frame, List.of(face(10)));
            assertThat(tracked.faces().get(0).told().called())
                    .as("a plain area tells little")
                    .isFalse();
        }
    }
}
