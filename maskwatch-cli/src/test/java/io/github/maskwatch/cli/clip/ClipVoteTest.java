package io.github.maskwatch.cli.clip;

import static io.github.maskwatch.mask.MaskState.WITHOUT_MASK;
import static io.github.maskwatch.mask.MaskState.WITH_MASK;
import static io.github.maskwatch.mask.MaskState.WORN_INCORRECTLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.onnx.DetectorConfig;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.tracking.ByteTracker;
import io.github.maskwatch.tracking.TrackedFrame;
import io.github.maskwatch.tracking.TrackingConfig;
import io.github.maskwatch.video.VideoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bundled detector, the tracks and the vote on real clips, where they are present. What it writes to {@code target/clip-votes.md} is
 * the table of docs/tracking.md.
 */
@Timeout(300)
class ClipVoteTest {
    private static final Path CLIPS =
            Path.of(System.getProperty("maskwatch.root")).resolve("../shared/photos/videos");
    private static final Path TABLE = Path.of("target/clip-votes.md");

    private static final List<String> LINES = new ArrayList<>();

    @AfterAll
    static void writeTable() throws IOException {
        if (!LINES.isEmpty()) {
            Files.createDirectories(TABLE.toAbsolutePath().getParent());
            Files.write(TABLE, LINES);
        }
    }

    private static List<VoteJudge> watch(ClipTruth truth) throws IOException {
        Path clip = CLIPS.resolve(truth.file());
        assumeTrue(Files.exists(clip), "no clips beside the project");
        assumeTrue(BundledDetector.NANO.isThere(), "no detector in this build");
        TrackingConfig config = TrackingConfig.DEFAULTS;
        try (MaskDetector detector =
                        BundledDetector.NANO.open(DetectorConfig.DEFAULTS.withScoreFloor(config.lowScore()));
                FrameReader reader = new VideoFile(clip).open()) {
            double score = detector.workingScore();
            ByteTracker tracker = new ByteTracker(config.withHighScore(score), new Random(1));
            List<VoteJudge> judges = truth.people().stream()
                    .map(person -> new VoteJudge(person, score))
                    .toList();
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                Frame current = frame;
                List<MaskedFace> faces = detector.detect(frame.image());
                TrackedFrame tracked = tracker.update(frame, faces);
                judges.forEach(judge -> judge.frame(current.position(), faces, tracked));
            }
            judges.forEach(judge -> LINES.add(judge.line(truth.file().replace(".mp4", ""))));
            return judges;
        }
    }

    /** A mask before the mouth, on its way, may be told as such. */
    private static List<MaskState> withoutTheWay(List<MaskState> called) {
        List<MaskState> settled = new ArrayList<>();
        for (MaskState state : called) {
            if (state != WORN_INCORRECTLY && (settled.isEmpty() || settled.get(settled.size() - 1) != state)) {
                settled.add(state);
            }
        }
        return settled;
    }

    @Test
    void masksPutOnAndTakenOffAreToldOnceAndSoon() throws IOException {
        List<VoteJudge> judges = watch(ClipTruth.GROUP);
        assertThat(withoutTheWay(judges.get(0).voted().called))
                .as("the left man, who takes it off again")
                .containsExactly(WITHOUT_MASK, WITH_MASK, WITHOUT_MASK, WITH_MASK);
        for (VoteJudge judge : judges) {
            VoteJudge.Answers voted = judge.voted();
            int spans = judge.person().spans().size();
            assertThat(withoutTheWay(voted.called)).as(judge.person().name()).hasSize(spans);
            assertThat(voted.delays).as("each state is told").hasSize(spans).allMatch(delay -> delay <= 1);
            assertThat(voted.changes).as("at most by way of another answer").isLessThanOrEqualTo(2 * spans);
            assertThat(voted.wrong - voted.wrongAfterChange)
                    .as("frames told wrong")
                    .isLessThan(10);
            assertThat(judge.tracks()).as("one person").hasSizeLessThanOrEqualTo(2);
        }
    }

    static Stream<ClipTruth> alone() {
        return ClipTruth.ALL.stream().filter(truth -> truth.people().size() == 1);
    }

    @ParameterizedTest
    @MethodSource("alone")
    void whoChangesNothingIsToldOneThing(ClipTruth truth) throws IOException {
        VoteJudge judge = watch(truth).get(0);
        VoteJudge.Answers voted = judge.voted();
        assertThat(judge.tracks()).hasSizeLessThanOrEqualTo(2);
        assertThat(voted.changes).as("no flicker").isLessThanOrEqualTo(Math.max(2, judge.single().changes));
        assertThat(voted.wrong)
                .as("no more wrong than single frames, but for half a second")
                .isLessThanOrEqualTo(judge.single().wrong + 12);
        assertThat(voted.missed).as("unsure faces help").isLessThanOrEqualTo(judge.single().missed);
    }
}
