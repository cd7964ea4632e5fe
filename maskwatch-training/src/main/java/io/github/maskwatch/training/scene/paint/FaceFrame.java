package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.geometry.Box;

/**
 * Where the parts of a face lie in a picture. Places are {@code (u, v)}: u from -1 at the face's left edge to 1 at its right one (as the
 * picture shows it), v from 0 at the top of the box to 1 at the chin. In the boxes of the common data sets the eyes are at about v = .38,
 * the tip of the nose at .62, the mouth at .77.
 *
 * <p>The head is a cylinder that fills the box: what lies at the angle a to the right of the line from the nose to the chin is seen at
 * {@code u = sin(a + yaw)}.
 *
 * @param centerX of the box, px
 * @param centerY px
 * @param halfWidth px, above 0
 * @param height px, above 0
 * @param roll by how much the face leans clockwise, radians
 * @param yaw by how much it is turned to the picture's right, radians
 */
record FaceFrame(double centerX, double centerY, double halfWidth, double height, double roll, double yaw) {

    static FaceFrame of(Box box, double roll, double yaw) {
        return new FaceFrame(box.centerX(), box.centerY(), box.width() / 2, box.height(), roll, yaw);
    }

    /** px. */
    double x(double u, double v) {
        return centerX + StrictMath.cos(roll) * u * halfWidth - StrictMath.sin(roll) * (v - 0.5) * height;
    }

    /** px. */
    double y(double u, double v) {
        return centerY + StrictMath.sin(roll) * u * halfWidth + StrictMath.cos(roll) * (v - 0.5) * height;
    }

    /** The u at which an angle about the head (radians) is seen; what is behind the head lies on its outline. */
    double across(double angle) {
        double seen = angle + yaw;
        return StrictMath.sin(Math.max(-Math.PI / 2, Math.min(Math.PI / 2, seen)));
    }

    /** u in units of v, so that a pattern is as wide as it is high. */
    double aspect() {
        return halfWidth / height;
    }

    /**
     * A frame of its own for something that hangs on this face.
     *
     * @param u where its centre is
     * @param v where its centre is
     * @param widthFactor its width, in widths of this one
     * @param heightFactor its height, in heights of this one
     * @param turn clockwise, radians
     */
    FaceFrame part(double u, double v, double widthFactor, double heightFactor, double turn) {
        return new FaceFrame(x(u, v), y(u, v), halfWidth * widthFactor, height * heightFactor, roll + turn, 0);
    }
}
