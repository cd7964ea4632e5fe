package io.github.maskwatch.training.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.scene.TargetFace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final int SIDE = 128;
    private static final Cells CELLS = new Cells(SIDE, SIDE);

    private static TargetFace face(double x, double y, double w, double h, boolean ignored) {
        return new TargetFace(new Box(x, y, w, h), MaskState.WITH_MASK, false, ignored);
    }

    private static float[] answers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] rows = new float[CELLS.count() * Architecture.OUTPUTS];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) (random.nextDouble() * 3 - 1.5);
        }
        return rows;
    }

    @Test
    void cellsStandInTheMiddleOfTheirSquares() {
        assertThat(CELLS.count()).isEqualTo(256 + 64 + 16);
        assertThat(CELLS.x(1)).isEqualTo(12);
        assertThat(CELLS.y(16)).isEqualTo(12);
        assertThat(CELLS.stride(256)).isEqualTo(16);
        assertThat(CELLS.x(256 + 64)).isEqualTo(16);
    }

    @Property(tries = 100)
    void everyFaceGetsACellAndEveryCellIsNearItsFace(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TargetFace> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // One to a strip, so that they do not compete for cells.
            double side = 8 + random.nextDouble() * 12;
            faces.add(face(i * 21.0, random.nextDouble() * (SIDE - side), side, side, false));
        }

        Assignment assignment = Assignment.of(answers(seed), 0, CELLS, faces);

        int[] cells = new int[count];
        for (int cell = 0; cell < CELLS.count(); cell++) {
            int owner = assignment.face(cell);
            if (owner >= 0) {
                cells[owner]++;
                Box box = faces.get(owner).box();
                double reach = 2.5 * CELLS.stride(cell) + box.width();
                assertThat(Math.abs(CELLS.x(cell) - box.centerX())).isLessThan(reach);
                assertThat(Math.abs(CELLS.y(cell) - box.centerY())).isLessThan(reach);
                assertThat(assignment.iou(cell)).isBetween(0f, 1f);
            } else {
                assertThat(assignment.iou(cell)).isZero();
            }
        }
        // Neighbours may share a coarse cell, but hardly all of theirs.
        assertThat(cells[0]).isPositive();
    }

    @Test
    void aFaceThatIsFoundWellGetsMoreCells() {
        Box box = new Box(40, 40, 32, 32);
        float[] rows = new float[CELLS.count() * Architecture.OUTPUTS];
        for (int cell = 0; cell < CELLS.count(); cell++) {
            int row = cell * Architecture.OUTPUTS;
            rows[row + 4] = (float) ((box.centerX() - CELLS.x(cell)) / CELLS.stride(cell));
            rows[row + 5] = (float) ((box.centerY() - CELLS.y(cell)) / CELLS.stride(cell));
            rows[row + 6] = (float) Math.log(box.width() / CELLS.stride(cell));
            rows[row + 7] = rows[row + 6];
        }

        Assignment assignment =
                Assignment.of(rows, 0, CELLS, List.of(new TargetFace(box, MaskState.WITHOUT_MASK, false, false)));

        int count = 0;
        for (int cell = 0; cell < CELLS.count(); cell++) {
            count += assignment.face(cell) == 0 ? 1 : 0;
        }
        // The best ten IoUs are 1 each, less what float32 loses.
        assertThat(count).isBetween(9, 10);
    }

    @Test
    void cellsInAnIgnoredFaceAreIgnoredUnlessTheyAnswerForAnother() {
        List<TargetFace> faces = List.of(face(32, 32, 40, 40, true), face(40, 40, 16, 16, false));

        Assignment assignment = Assignment.of(answers(1), 0, CELLS, faces);

        int ignored = 0;
        int found = 0;
        for (int cell = 0; cell < CELLS.count(); cell++) {
            assertThat(assignment.face(cell)).isNotEqualTo(0);
            ignored += assignment.face(cell) == Assignment.IGNORED ? 1 : 0;
            found += assignment.face(cell) == 1 ? 1 : 0;
        }
        assertThat(ignored).isGreaterThan(20);
        assertThat(found).isPositive();
    }

    @Test
    void theCheaperFaceGetsACellThatTwoWant() {
        // Two faces of one place, of which the cells' boxes fit the second one.
        Box fits = new Box(48, 48, 16, 16);
        float[] rows = new float[CELLS.count() * Architecture.OUTPUTS];
        for (int cell = 0; cell < CELLS.count(); cell++) {
            int row = cell * Architecture.OUTPUTS;
            rows[row + 4] = (float) ((fits.centerX() - CELLS.x(cell)) / CELLS.stride(cell));
            rows[row + 5] = (float) ((fits.centerY() - CELLS.y(cell)) / CELLS.stride(cell));
            rows[row + 6] = (float) Math.log(fits.width() / CELLS.stride(cell));
            rows[row + 7] = rows[row + 6];
        }
        List<TargetFace> faces = List.of(face(44, 44, 24, 24, false), face(48, 48, 16, 16, false));

        Assignment assignment = Assignment.of(rows, 0, CELLS, faces);

        int second = 0;
        for (int cell = 0; cell < CELLS.count(); cell++) {
            second += assignment.face(cell) == 1 ? 1 : 0;
        }
        assertThat(second).isGreaterThanOrEqualTo(5);
    }
}
