package io.github.maskwatch.training.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.network.Loss.BatchLoss;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import io.github.maskwatch.training.scene.SceneTarget;
import io.github.maskwatch.training.scene.TargetFace;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectionLossTest {
    private static final int SIDE = 64;
    private static final Cells CELLS = new Cells(SIDE, SIDE);
    private static final DetectionLossConfig CONFIG = DetectionLossConfig.defaults();
    private static final DetectionLoss LOSS = new DetectionLoss(CONFIG, 0.1);

    private static final TargetFace MASKED = new TargetFace(new Box(6, 8, 18, 22), MaskState.WITH_MASK, false, false);
    private static final TargetFace BARE_OR_WORSE =
            new TargetFace(new Box(34, 30, 26, 30), MaskState.WITHOUT_MASK, true, false);
    private static final TargetFace IGNORED =
            new TargetFace(new Box(40, 2, 12, 12), MaskState.WORN_INCORRECTLY, false, true);

    private PointerScope scope;

    @BeforeAll
    static void load() throws Exception {
        Torch.load();
    }

    @BeforeEach
    void open() {
        scope = new PointerScope();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    private static float[] answers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] rows = new float[CELLS.count() * Architecture.OUTPUTS];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) (random.nextDouble() * 2 - 1);
        }
        return rows;
    }

    private static Targets targets(float[] rows) {
        Targets targets = new Targets(CONFIG, 0.1, rows, CELLS);
        targets.add(0, List.of(MASKED, BARE_OR_WORSE, IGNORED));
        return targets;
    }

    private static Tensor output(float[] rows) {
        return Tensors.copyOf(rows, 1, CELLS.count(), Architecture.OUTPUTS);
    }

    private static double loss(float[] rows, Targets targets) {
        return LOSS.of(output(rows), targets).item_float();
    }

    @Test
    void gradientIsThatOfFiniteDifferences() {
        float[] rows = answers(3);
        Targets targets = targets(rows);
        Tensor output = output(rows).requires_grad_(true);
        LOSS.of(output, targets).backward();
        float[] gradient = Tensors.toArray(output.grad());

        float step = 1e-2f;
        int checked = 0;
        for (int i = 0; i < rows.length; i++) {
            float[] more = rows.clone();
            float[] less = rows.clone();
            more[i] += step;
            less[i] -= step;
            double slope = (loss(more, targets) - loss(less, targets)) / (2 * step);
            assertThat((double) gradient[i]).as("number " + i).isCloseTo(slope, within(2e-3 + 0.02 * Math.abs(slope)));
            checked += Math.abs(slope) > 1e-3 ? 1 : 0;
        }
        assertThat(checked).isGreaterThan(40);
    }

    @Test
    void rightAnswersCostLittle() {
        float[] rows = answers(5);
        for (int cell = 0; cell < CELLS.count(); cell++) {
            rows[cell * Architecture.OUTPUTS] = -12;
        }
        double before = loss(rows, targets(rows));
        for (int round = 0; round < 4; round++) {
            Assignment assignment = Assignment.of(rows, 0, CELLS, List.of(MASKED, BARE_OR_WORSE, IGNORED));
            answerRightly(rows, assignment);
        }

        double after = loss(rows, targets(rows));
        // What label smoothing leaves, at the least.
        assertThat(after).isLessThan(before / 4).isLessThan(0.9);
    }

    private static void answerRightly(float[] rows, Assignment assignment) {
        List<TargetFace> faces = List.of(MASKED, BARE_OR_WORSE);
        for (int cell = 0; cell < CELLS.count(); cell++) {
            int row = cell * Architecture.OUTPUTS;
            int face = assignment.face(cell);
            rows[row] = face >= 0 ? 12 : -12;
            if (face >= 0) {
                Box box = faces.get(face).box();
                rows[row + 1] = face == 0 ? 3 : -3;
                rows[row + 2] = face == 0 ? -3 : 3;
                rows[row + 3] = -3;
                rows[row + 4] = (float) ((box.centerX() - CELLS.x(cell)) / CELLS.stride(cell));
                rows[row + 5] = (float) ((box.centerY() - CELLS.y(cell)) / CELLS.stride(cell));
                rows[row + 6] = (float) Math.log(box.width() / CELLS.stride(cell));
                rows[row + 7] = (float) Math.log(box.height() / CELLS.stride(cell));
            }
        }
    }

    @Test
    void anAmbiguousLabelTellsItsTwoClassesApartOnlyByWhatMostSuchLabelsMean() {
        float[] rows = answers(7);
        Assignment assignment = Assignment.of(rows, 0, CELLS, List.of(MASKED, BARE_OR_WORSE, IGNORED));
        for (int cell = 0; cell < CELLS.count(); cell++) {
            if (assignment.face(cell) == 1) {
                // log(.96 / .04) apart, and nothing on the third: all that such a label can ask for.
                rows[cell * Architecture.OUTPUTS + 1] = -20;
                rows[cell * Architecture.OUTPUTS + 2] = (float) Math.log(0.96);
                rows[cell * Architecture.OUTPUTS + 3] = (float) Math.log(0.04);
            }
        }
        Targets targets = targets(rows);
        Tensor output = output(rows).requires_grad_(true);
        LOSS.of(output, targets).backward();
        float[] gradient = Tensors.toArray(output.grad());

        Assignment again = Assignment.of(rows, 0, CELLS, List.of(MASKED, BARE_OR_WORSE, IGNORED));
        int checked = 0;
        for (int cell = 0; cell < CELLS.count(); cell++) {
            if (again.face(cell) == 1 && assignment.face(cell) == 1) {
                assertThat(gradient[cell * Architecture.OUTPUTS + 2]).isCloseTo(0, within(1e-5f));
                assertThat(gradient[cell * Architecture.OUTPUTS + 3]).isCloseTo(0, within(1e-5f));
                checked++;
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void whatAnIgnoredFaceCoversCountsForNothing() {
        float[] rows = answers(9);
        Targets targets = targets(rows);
        double before = loss(rows, targets);
        Assignment assignment = Assignment.of(rows, 0, CELLS, List.of(MASKED, BARE_OR_WORSE, IGNORED));
        int changed = 0;
        for (int cell = 0; cell < CELLS.count(); cell++) {
            if (assignment.face(cell) == Assignment.IGNORED) {
                rows[cell * Architecture.OUTPUTS] = 9;
                changed++;
            }
        }

        assertThat(changed).isPositive();
        assertThat(loss(rows, targets)).isEqualTo(before);
    }

    @Test
    void countsAssignedCellsAndTheRightOnes() {
        float[] rows = answers(11);
        Batch<SceneTarget> batch = new Batch<>(
                0, 0, List.of(new SceneTarget(List.of(MASKED, BARE_OR_WORSE, IGNORED))), FloatBuffer.allocate(0));

        BatchLoss result = LOSS.of(output(rows), batch);

        assertThat(result.judged()).isEqualTo(targets(rows).count()).isGreaterThanOrEqualTo(2);
        assertThat(result.correct()).isBetween(0, result.judged());
    }

    @Test
    void aSceneWithoutFacesHasALossToo() {
        float[] rows = answers(13);
        Batch<SceneTarget> batch = new Batch<>(0, 0, List.of(new SceneTarget(List.of())), FloatBuffer.allocate(0));

        BatchLoss result = LOSS.of(output(rows), batch);

        assertThat(result.judged()).isZero();
        assertThat(result.mean().item_float()).isPositive().isFinite();
    }
}
