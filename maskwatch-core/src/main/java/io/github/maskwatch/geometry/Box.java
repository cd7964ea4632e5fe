package io.github.maskwatch.geometry;

/**
 * An axis-aligned rectangle of a picture, in pixels. The origin is the picture's top-left corner, x grows to the right and y
 * downwards; the box is half-open, so that it covers {@code [x, x + width) × [y, y + height)}.
 *
 * @param x left edge, px
 * @param y top edge, px
 * @param width px, at least 0
 * @param height px, at least 0
 */
public record Box(double x, double y, double width, double height) {

    /** Rejects sizes below zero and anything that is not a finite number. */
    public Box {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("x and y must be finite, got " + x + ", " + y);
        }
        if (!(width >= 0 && height >= 0) || !Double.isFinite(width) || !Double.isFinite(height)) {
            throw new IllegalArgumentException(
                    "width and height must be finite and at least 0, got " + width + " x " + height);
        }
    }

    /** The box between two corners; {@code right} and {@code bottom} are exclusive. */
    public static Box ofCorners(double left, double top, double right, double bottom) {
        return new Box(left, top, right - left, bottom - top);
    }

    /** Right edge, exclusive, px. */
    public double right() {
        return x + width;
    }

    /** Bottom edge, exclusive, px. */
    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    /** px². */
    public double area() {
        return width * height;
    }

    /** px; what "face size" means in every report. */
    public double shorterSide() {
        return Math.min(width, height);
    }

    /** Overlap area with the other box, px². */
    public double intersection(Box other) {
        double w = Math.min(right(), other.right()) - Math.max(x, other.x);
        double h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return w > 0 && h > 0 ? w * h : 0;
    }

    /** Intersection over union (the Jaccard index), 0–1; 0 where both boxes are empty. */
    public double iou(Box other) {
        double intersection = intersection(other);
        double union = area() + other.area() - intersection;
        return union > 0 ? Math.min(1, intersection / union) : 0;
    }

    /** The part of this box that lies on a picture of the given size, px; an empty box at the nearest edge where none does. */
    public Box clip(int pictureWidth, int pictureHeight) {
        double left = Math.min(Math.max(x, 0), pictureWidth);
        double top = Math.min(Math.max(y, 0), pictureHeight);
        double right = Math.min(Math.max(right(), left), pictureWidth);
        double bottom = Math.min(Math.max(bottom(), top), pictureHeight);
        return ofCorners(left, top, right, bottom);
    }

    /** The same box on a picture whose axes are scaled by the two factors (both above 0). */
    public Box scale(double factorX, double factorY) {
        if (!(factorX > 0 && factorY > 0)) {
            throw new IllegalArgumentException("factors must be above 0, got " + factorX + ", " + factorY);
        }
        return new Box(x * factorX, y * factorY, width * factorX, height * factorY);
    }

    /** The box about the same centre with both sides multiplied by {@code factor} (at least 0). */
    public Box grow(double factor) {
        double w = width * factor;
        double h = height * factor;
        return new Box(centerX() - w / 2, centerY() - h / 2, w, h);
    }

    /** The smallest square about the same centre that holds this box. */
    public Box square() {
        double side = Math.max(width, height);
        return new Box(centerX() - side / 2, centerY() - side / 2, side, side);
    }

    /** The box as it lies in the picture mirrored left to right. */
    public Box mirror(int pictureWidth) {
        return new Box(pictureWidth - right(), y, width, height);
    }

    public Box translate(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }
}
