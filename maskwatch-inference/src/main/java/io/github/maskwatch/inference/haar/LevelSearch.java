package io.github.maskwatch.inference.haar;

import java.util.ArrayList;
import java.util.List;

/** Slides the window over one level after another, with buffers that are kept from frame to frame. One thread at a time. */
final class LevelSearch {
    private final GreyImage reduced = new GreyImage();
    private final IntegralImage integral = new IntegralImage();

    List<Hit> search(GreyImage image, Level level, CascadeProgram program) {
        reduced.setResized(image, level.width(), level.height());
        integral.set(reduced, program.stride);
        List<Hit> hits = new ArrayList<>();
        for (int y = 0; y <= level.height() - program.windowHeight; y += level.step()) {
            searchRow(y, level, program, hits);
        }
        return hits;
    }

    private void searchRow(int y, Level level, CascadeProgram program, List<Hit> hits) {
        int step = level.step();
        int[] sums = integral.sums;
        for (int x = 0; x <= level.width() - program.windowWidth; x += step) {
            int at = y * program.stride + x;
            float normalization = program.normalization(integral, at);
            if (normalization == 0) {
                continue;
            }
            int passed = program.passedStages(sums, at, normalization);
            if (passed == program.stages()) {
                hits.add(hit(x, y, level, program.lastMargin(sums, at, normalization)));
            } else if (passed == 0) {
                x += step; // as OpenCV: next to a window that fails at once there is hardly ever a face
            }
        }
    }

    private static Hit hit(int x, int y, Level level, float margin) {
        float factor = level.factor();
        return new Hit(
                (int) Math.rint(x * factor),
                (int) Math.rint(y * factor),
                level.windowWidth(),
                level.windowHeight(),
                margin);
    }
}
