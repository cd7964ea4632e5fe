package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.geometry.Box;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A transparent sheet over the part of a photo about one face. Shapes are filled on it one over the other, with smooth edges; then the
 * whole is blurred as the photo is and laid onto it. One thread at a time.
 */
final class Layer {
    /** How far paint may go beyond the face's box, in its sides: to the left and right, above and below. */
    static final double SIDEWAYS = 0.5;

    static final double UPWARDS = 0.7;
    static final double DOWNWARDS = 0.5;

    /** The part of the face's height over which paint fades out at those limits, so that no arm or scarf is cut off. */
    private static final double FADE = 0.1;

    private final Pixels photo;
    private final Light light;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final Box area;
    private final double fade;
    /** Red, green, blue (0–255) times opacity, then opacity (0–1). */
    private final float[] paint;

    private final BufferedImage stencil;
    private final int[] covered;
    private final Graphics2D pen;
    private @Nullable Rectangle dirty;

    Layer(Pixels photo, Box face, Light light) {
        this.photo = photo;
        this.light = light;
        area = area(face);
        fade = FADE * face.height();
        Box inside = area.clip(photo.width(), photo.height());
        left = (int) Math.floor(inside.x());
        top = (int) Math.floor(inside.y());
        width = Math.max(1, (int) Math.ceil(inside.right()) - left);
        height = Math.max(1, (int) Math.ceil(inside.bottom()) - top);
        paint = new float[width * height * 4];
        stencil = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        covered = ((DataBufferInt) stencil.getRaster().getDataBuffer()).getData();
        pen = stencil.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.translate(-left, -top);
    }

    /** All that painting may change for the face. */
    static Box area(Box face) {
        return Box.ofCorners(
                face.x() - SIDEWAYS * face.width(),
                face.y() - UPWARDS * face.height(),
                face.right() + SIDEWAYS * face.width(),
                face.bottom() + DOWNWARDS * face.height());
    }

    /**
     * Fills the shape (photo's px).
     *
     * @param frame the places given to the surface are of this one
     * @param opacity 0–1
     */
    void fill(Shape shape, FaceFrame frame, Surface surface, double opacity) {
        Rectangle bounds = shape.getBounds();
        bounds.grow(1, 1);
        bounds.translate(-left, -top);
        Rectangle part = bounds.intersection(new Rectangle(width, height));
        if (part.isEmpty()) {
            return;
        }
        dirty = dirty == null ? part : dirty.union(part);
        pen.fill(shape);
        double cos = StrictMath.cos(frame.roll());
        double sin = StrictMath.sin(frame.roll());
        float[] color = new float[3];
        for (int y = part.y; y < part.y + part.height; y++) {
            double dy = y + top + 0.5 - frame.centerY();
            for (int x = part.x; x < part.x + part.width; x++) {
                int coverage = covered[y * width + x] >>> 24;
                if (coverage == 0) {
                    continue;
                }
                double dx = x + left + 0.5 - frame.centerX();
                surface.at(
                        (cos * dx + sin * dy) / frame.halfWidth(), (cos * dy - sin * dx) / frame.height() + 0.5, color);
                float gain = (float) light.gain(x + left, y + top);
                put((y * width + x) * 4, color, gain, (float) (coverage / 255.0 * opacity));
            }
        }
        wipe(part);
    }

    private void put(int i, float[] color, float gain, float alpha) {
        float rest = 1 - alpha;
        paint[i] = paint[i] * rest + Math.min(255, color[0] * gain * light.red()) * alpha;
        paint[i + 1] = paint[i + 1] * rest + Math.min(255, color[1] * gain * light.green()) * alpha;
        paint[i + 2] = paint[i + 2] * rest + Math.min(255, color[2] * gain * light.blue()) * alpha;
        paint[i + 3] = paint[i + 3] * rest + alpha;
    }

    private void wipe(Rectangle part) {
        for (int y = part.y; y < part.y + part.height; y++) {
            Arrays.fill(covered, y * width + part.x, y * width + part.x + part.width, 0);
        }
    }

    /** Gaussian, within the sheet. Each call blurs all that is there. */
    void blur(double sigma) {
        if (dirty == null || sigma < 0.2) {
            return;
        }
        int radius = (int) Math.ceil(2.5 * sigma);
        float[] kernel = kernel(sigma, radius);
        dirty.grow(radius, radius);
        Rectangle part = dirty.intersection(new Rectangle(width, height));
        dirty = part;
        float[] line = new float[(Math.max(part.width, part.height) + 2 * radius) * 4];
        for (int y = part.y; y < part.y + part.height; y++) {
            blurLine((y * width + part.x) * 4, 4, part.width, kernel, line);
        }
        for (int x = part.x; x < part.x + part.width; x++) {
            blurLine((part.y * width + x) * 4, width * 4, part.height, kernel, line);
        }
    }

    /** Nothing is painted beyond the line's ends. */
    private void blurLine(int start, int step, int length, float[] kernel, float[] line) {
        int radius = kernel.length / 2;
        Arrays.fill(line, 0, radius * 4, 0);
        Arrays.fill(line, (radius + length) * 4, (length + 2 * radius) * 4, 0);
        for (int i = 0, from = start, to = radius * 4; i < length; i++, from += step, to += 4) {
            System.arraycopy(paint, from, line, to, 4);
        }
        for (int i = 0, to = start; i < length; i++, to += step) {
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            for (int k = 0, j = i * 4; k < kernel.length; k++, j += 4) {
                float weight = kernel[k];
                a += weight * line[j];
                b += weight * line[j + 1];
                c += weight * line[j + 2];
                d += weight * line[j + 3];
            }
            paint[to] = a;
            paint[to + 1] = b;
            paint[to + 2] = c;
            paint[to + 3] = d;
        }
    }

    private static float[] kernel(double sigma, int radius) {
        float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int k = -radius; k <= radius; k++) {
            kernel[k + radius] = (float) StrictMath.exp(-k * k / (2 * sigma * sigma));
            sum += kernel[k + radius];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
        return kernel;
    }

    /**
     * Lays all that was painted onto the photo.
     *
     * @param noise standard deviation, 0–255
     */
    void ontoPhoto(double noise, Noise dice) {
        pen.dispose();
        if (dirty == null) {
            return;
        }
        byte[] rgb = photo.rgb();
        // The sum of two even draws from 0..1 has a deviation of 0.41.
        float scale = (float) (noise / 0.41);
        for (int y = dirty.y; y < dirty.y + dirty.height; y++) {
            float faded = faded(y + top + 0.5 - area.y(), area.height());
            for (int x = dirty.x; x < dirty.x + dirty.width; x++) {
                int i = (y * width + x) * 4;
                float share = faded * faded(x + left + 0.5 - area.x(), area.width());
                float alpha = share * paint[i + 3];
                if (alpha > 0.002f) {
                    int to = ((y + top) * photo.width() + x + left) * 3;
                    // What is dark has less noise.
                    float dim = 0.3f + 0.7f / 255 * paint[i + 1];
                    float grain = scale * dim * alpha * (float) (dice.lattice(x, y) + dice.lattice(x, ~y) - 1);
                    for (int k = 0; k < 3; k++) {
                        float mixed = (rgb[to + k] & 0xff) * (1 - alpha) + share * paint[i + k] + grain;
                        rgb[to + k] = (byte) Math.max(0, Math.min(255, Math.round(mixed)));
                    }
                }
            }
        }
    }

    /** What is left of the paint so far from the limits. */
    private float faded(double fromLow, double length) {
        double nearest = Math.min(fromLow, length - fromLow);
        return (float) Math.max(0, Math.min(1, nearest / fade));
    }
}
