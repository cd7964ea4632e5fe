package io.github.maskwatch.inference.haar;

import java.util.ArrayList;
import java.util.List;

/**
 * One size at which faces are looked for. The window stays as trained and the picture shrinks.
 *
 * @param factor size of the picture over that of this level, at least 1
 * @param width px of the reduced picture
 * @param height px of the reduced picture
 * @param windowWidth px of the search window in the picture itself
 * @param windowHeight px of the search window in the picture itself
 */
record Level(float factor, int width, int height, int windowWidth, int windowHeight) {

    /** Distance between windows, px of the reduced picture: as OpenCV has it, coarse while the faces looked for are small. */
    int step() {
        return factor >= 2 ? 1 : 2;
    }

    /** All levels of a picture, from the smallest face to the largest; none if the picture is smaller than the window. */
    static List<Level> of(int width, int height, Cascade cascade, HaarConfig config) {
        List<Level> levels = new ArrayList<>();
        for (double factor = 1; ; factor *= config.scaleFactor()) {
            int windowWidth = (int) Math.rint(cascade.windowWidth() * factor);
            int windowHeight = (int) Math.rint(cascade.windowHeight() * factor);
            if (windowWidth > width || windowHeight > height) {
                return levels;
            }
            float f = (float) factor;
            int levelWidth = (int) Math.rint(width / f);
            int levelHeight = (int) Math.rint(height / f);
            if (Math.min(windowWidth, windowHeight) >= config.minSize()) {
                levels.add(new Level(f, levelWidth, levelHeight, windowWidth, windowHeight));
            }
        }
    }
}
