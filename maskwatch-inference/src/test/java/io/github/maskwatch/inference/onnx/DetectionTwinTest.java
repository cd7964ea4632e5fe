package io.github.maskwatch.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.face.ScoreCurve;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.inference.format.ModelFormatException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DetectionTwinTest {
    /** Boxes whose overlap lies this close to the threshold may fall either way: one twin counts in floats. */
    private static final double CLOSE_CALL = 1e-4;

    private static final Candidates.Space SPACE = new Candidates.Space(200, 150, 1.25, 1.5);

    /** Faces of all sizes that overlap often; some scores are equal. */
    private static SlowDetection.Level level(int stride, int columns, int rows, Random random) {
        float[][][] values = new float[Candidates.CHANNELS][rows][columns];
        for (int channel = 0; channel < values.length; channel++) {
            for (float[] row : values[channel]) {
                for (int x = 0; x < columns; x++) {
                    double draw = random.nextGaussian();
                    row[x] = (float) (channel == 0 ? Math.round(draw * 8) / 4.0 - 1 : channel < 4 ? 2 * draw : draw);
                }
            }
        }
        return new SlowDetection.Level(stride, values);
    }

    private static FloatBuffer flat(SlowDetection.Level level) {
        float[][][] values = level.values;
        FloatBuffer flat = FloatBuffer.allocate(values.length * values[0].length * values[0][0].length);
        for (float[][] plane : values) {
            for (float[] row : plane) {
                flat.put(row);
            }
        }
        return flat.flip();
    }

    private static List<SlowDetection.Level> levels(int columns, int rows, long seed) {
        Random random = new Random(seed);
        return List.of(
                level(8, 4 * columns, 4 * rows, random),
                level(16, 2 * columns, 2 * rows, random),
                level(32, columns, rows, random));
    }

    private static Candidates collected(List<SlowDetection.Level> levels, double leastLogit)
            throws ModelFormatException {
        Candidates candidates = new Candidates("tiny.onnx", ScoreCurve.NONE);
        for (SlowDetection.Level level : levels) {
            float[][] plane = level.values[0];
            candidates.collect(flat(level), level.stride, plane[0].length, plane.length, leastLogit, SPACE);
        }
        return candidates;
    }

    private static Box box(Candidates c, int i) {
        return Box.ofCorners(c.left[i], c.top[i], c.right[i], c.bottom[i]);
    }

    private static void assertSame(Candidates candidates, int i, SlowDetection.Cell cell) {
        assertThat((double) candidates.score[i]).isCloseTo(cell.score(), within(1e-6));
        Box box = box(candidates, i);
        assertThat(box.x()).isCloseTo(cell.box().x(), within(1e-3));
        assertThat(box.y()).isCloseTo(cell.box().y(), within(1e-3));
        assertThat(box.right()).isCloseTo(cell.box().right(), within(1e-3));
        assertThat(box.bottom()).isCloseTo(cell.box().bottom(), within(1e-3));
        for (int k = 0; k < Candidates.STATES; k++) {
            assertThat((double) candidates.logits[i * Candidates.STATES + k])
                    .isEqualTo(cell.logits().get(k));
        }
    }

    @Property(tries = 100)
    void decodesLikeTheReadableTwin(
            @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @DoubleRange(min = -3, max = 3) double leastLogit,
            @ForAll long seed)
            throws ModelFormatException {
        List<SlowDetection.Level> levels = levels(columns, rows, seed);
        List<SlowDetection.Cell> cells = SlowDetection.decode(levels, leastLogit, SPACE);
        Candidates candidates = collected(levels, leastLogit);
        assertThat(candidates.count).isEqualTo(cells.size());
        for (int i = 0; i < candidates.count; i++) {
            assertSame(candidates, i, cells.get(i));
        }
    }

    @Property(tries = 100)
    void suppressesLikeTheReadableTwin(
            @ForAll @IntRange(min = 1, max = 4) int columns,
            @ForAll @IntRange(min = 1, max = 4) int rows,
            @ForAll @DoubleRange(min = 0, max = 1) double iou,
            @ForAll long seed)
            throws ModelFormatException {
        Candidates candidates = collected(levels(columns, rows, seed), 0);
        List<SlowDetection.Cell> cells = new ArrayList<>();
        for (int i = 0; i < candidates.count; i++) {
            cells.add(new SlowDetection.Cell(candidates.score[i], box(candidates, i), List.of()));
        }
        if (anyCloseCall(cells, iou)) {
            return;
        }
        Suppression suppression = new Suppression(iou);
        int count = suppression.apply(candidates);
        List<SlowDetection.Cell> kept = new ArrayList<>();
        for (int rank = 0; rank < count; rank++) {
            kept.add(cells.get(suppression.kept(rank)));
        }
        assertThat(kept).isEqualTo(SlowDetection.suppress(cells, iou));
    }

    private static boolean anyCloseCall(List<SlowDetection.Cell> cells, double iou) {
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(cells.get(i).box().iou(cells.get(j).box()) - iou) < CLOSE_CALL) {
                    return true;
                }
            }
        }
        return false;
    }

    @Property(tries = 100)
    void whatIsKeptOverlapsNoMoreThanAllowedAndEverythingElseMore(
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double iou, @ForAll long seed) throws ModelFormatException {
        Candidates candidates = collected(levels(3, 2, seed), 0);
        Suppression suppression = new Suppression(iou);
        int count = suppression.apply(candidates);
        for (int i = 0; i < candidates.count; i++) {
            double most = 0;
            boolean kept = false;
            for (int rank = 0; rank < count; rank++) {
                int other = suppression.kept(rank);
                kept |= other == i;
                if (other != i && candidates.score[other] >= candidates.score[i]) {
                    most = Math.max(most, box(candidates, i).iou(box(candidates, other)));
                }
            }
            assertThat(most)
                    .satisfies(
                            kept
                                    ? m -> assertThat(m).isLessThan(iou + CLOSE_CALL)
                                    : m -> assertThat(m).isGreaterThan(iou - CLOSE_CALL));
        }
    }

    @Test
    void noiseWithoutEndIsCutOff() {
        Candidates candidates = new Candidates("tiny.onnx", ScoreCurve.NONE);
        float[][][] values = new float[Candidates.CHANNELS][200][200];
        for (float[] row : values[6]) {
            java.util.Arrays.fill(row, -2.5f);
        }
        for (float[] row : values[7]) {
            java.util.Arrays.fill(row, -2.5f);
        }
        Candidates.Space space = new Candidates.Space(3200, 3200, 2, 2);
        assertThat(collects(candidates, values, space)).isEqualTo(40_000);
        assertThat(new Suppression(0.5).apply(candidates)).isEqualTo(Suppression.MOST);
    }

    private static int collects(Candidates candidates, float[][][] values, Candidates.Space space) {
        try {
            candidates.collect(flat(new SlowDetection.Level(8, values)), 8, 200, 200, 0, space);
        } catch (ModelFormatException e) {
            throw new AssertionError(e);
        }
        return candidates.count;
    }

    @Test
    void aHugeBoxIsTheFrame() throws ModelFormatException {
        Candidates candidates = new Candidates("tiny.onnx", ScoreCurve.NONE);
        FloatBuffer values = FloatBuffer.wrap(new float[] {5, 0, 0, 0, 0, 0, 1000, 1000});
        candidates.collect(values, 8, 1, 1, 0, SPACE);
        assertThat(box(candidates, 0)).isEqualTo(new Box(0, 0, 200, 150));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (int channel = 1; channel < Candidates.CHANNELS; channel++) {
            float[] cell = {5, 0, 0, 0, 0, 0, 1, 1};
            cell[channel] = Float.NaN;
            assertThatThrownBy(() -> new Candidates("tiny.onnx", ScoreCurve.NONE)
                            .collect(FloatBuffer.wrap(cell), 8, 1, 1, 0, SPACE))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageStartingWith("tiny.onnx: the network must give numbers, got NaN");
        }
    }
}
