package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.geometry.Box;

/** Boxes out of numbers that anybody may have written. */
final class Boxes {
    private Boxes() {}

    /** An empty box where a side is below zero, which is counted and left out later. */
    static Box of(double x, double y, double width, double height) {
        return new Box(x, y, Math.max(0, width), Math.max(0, height));
    }
}
