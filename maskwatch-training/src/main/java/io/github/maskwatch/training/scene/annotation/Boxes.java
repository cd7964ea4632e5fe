package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.geometry.Box;
import java.util.stream.DoubleStream;

/** Boxes out of numbers that anybody may have written. */
final class Boxes {
    /** px, many times the side of any photo; sums and products of what is below stay exact enough, and finite. */
    private static final double MOST = 1e7;

    private Boxes() {}

    /**
     * An empty box where a side is below zero, which is counted and left out later.
     *
     * @throws BadAnnotation if a number is beyond all photos
     */
    static Box of(double x, double y, double width, double height) throws BadAnnotation {
        if (!DoubleStream.of(x, y, width, height).allMatch(number -> Math.abs(number) <= MOST)) {
            throw new BadAnnotation("has a box of x " + x + ", y " + y + ", width " + width + ", height " + height
                    + "; wanted: numbers of at most 10,000,000 px");
        }
        return new Box(x, y, Math.max(0, width), Math.max(0, height));
    }
}
