package io.github.maskwatch.training.augment;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;

/**
 * A picture turned about its middle, in the same size; what comes in from beyond its border are the border's own pixels.
 *
 * @param degrees clockwise, as one sees it
 */
public record Turn(double degrees) {

    /** The turned picture. */
    public Image apply(Image image) {
        return Affine.rotation(-degrees).warp(image);
    }

    /**
     * Where the face in a box comes to lie: about the box of the ellipse that it holds, turned. The box of the turned corners would be too large for
     * a face by up to a half.
     *
     * @param width of the picture, px
     * @param height px
     */
    public Box apply(Box face, int width, int height) {
        double sin = StrictMath.sin(Math.toRadians(degrees));
        double cos = StrictMath.cos(Math.toRadians(degrees));
        double x = face.x() + face.width() / 2 - width / 2.0;
        double y = face.y() + face.height() / 2 - height / 2.0;
        double centreX = cos * x - sin * y + width / 2.0;
        double centreY = sin * x + cos * y + height / 2.0;
        double halfWidth = Math.hypot(face.width() * cos, face.height() * sin) / 2;
        double halfHeight = Math.hypot(face.width() * sin, face.height() * cos) / 2;
        return new Box(centreX - halfWidth, centreY - halfHeight, 2 * halfWidth, 2 * halfHeight);
    }
}
