package io.github.maskwatch.cli.demo;

import io.github.maskwatch.geometry.Box;

/**
 * How a person is seen at one moment.
 *
 * @param x middle of the face in the frame, px
 * @param y middle of the face in the frame, px
 * @param scale frame px per photo px, above 0
 * @param tilt of the head, radians, clockwise
 * @param worn 0 = no mask, 1 = over nose and mouth; between them it is being put on or taken off
 */
record Pose(double x, double y, double scale, double tilt, double worn, MaskStyle style) {

    /** The face from the brows to the chin, in the frame. */
    Box face() {
        double side = FacePhoto.FACE_WIDTH * 1.15 * scale;
        return new Box(x - side / 2, y - side / 2, side, side);
    }
}
