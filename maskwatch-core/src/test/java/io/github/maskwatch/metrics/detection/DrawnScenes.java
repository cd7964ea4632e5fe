package io.github.maskwatch.metrics.detection;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import java.util.ArrayList;
import java.util.List;

/**
 * Scenes drawn by a generator so plain that a script in another language draws the same: boxes of whole pixels, scores of 64ths with
 * many ties, some marks ignored, some faces found twice, false alarms. Every third scene does not tell "worn incorrectly".
 */
final class DrawnScenes {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    private static final List<MaskState> STATES = List.of(MaskState.values());

    private long x;

    private DrawnScenes(long seed) {
        x = seed;
    }

    static List<JudgedScene> of(long seed, int scenes) {
        DrawnScenes drawn = new DrawnScenes(seed);
        List<JudgedScene> all = new ArrayList<>();
        for (int i = 0; i < scenes; i++) {
            all.add(drawn.scene(i % 3 != 0));
        }
        return all;
    }

    private int below(int n) {
        x = (1103515245 * x + 12345) % (1L << 31);
        return (int) ((x >> 8) % n);
    }

    private JudgedScene scene(boolean tellsIncorrect) {
        List<LabelledFace> truth = new ArrayList<>();
        List<MaskedFace> answers = new ArrayList<>();
        for (int faces = below(9); faces > 0; faces--) {
            Box box = box();
            MaskState state = STATES.get(below(3));
            truth.add(new LabelledFace(box, state, below(8) == 0));
            for (int found = below(3); found > 0; found--) {
                answers.add(answer(near(box), (1 + below(64)) / 64f, state));
            }
        }
        for (int alarms = below(4); alarms > 0; alarms--) {
            answers.add(answer(box(), (1 + below(40)) / 64f, STATES.get(below(3))));
        }
        return new JudgedScene(WIDTH, HEIGHT, tellsIncorrect, truth, answers);
    }

    private Box box() {
        return new Box(below(500), below(360), 10 + below(110), 10 + below(110));
    }

    private Box near(Box box) {
        return new Box(
                box.x() + below(17) - 8,
                box.y() + below(17) - 8,
                Math.max(5, box.width() + below(17) - 8),
                Math.max(5, box.height() + below(17) - 8));
    }

    private MaskedFace answer(Box box, float score, MaskState state) {
        double[] weights = {1 + below(4), 1 + below(4), 1 + below(4)};
        weights[STATES.indexOf(state)] += below(20);
        double sum = weights[0] + weights[1] + weights[2];
        return new MaskedFace(
                new Face(box, score), new MaskPrediction(weights[0] / sum, weights[1] / sum, weights[2] / sum));
    }
}
