package io.github.maskwatch.cli.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * The head of the one photographed face that every machine can fetch: {@code sinaface.jpg} of OpenIMAJ's test resources, a man at
 * a desk, seen from the front. His head is cut out along an outline that was traced by hand on the photo, with soft edges. All
 * coordinates in this package that speak of "photo px" are pixels of that photo (320 x 213).
 */
final class FacePhoto {
    private static final String RESOURCE = "/org/openimaj/image/data/sinaface.jpg";

    /** The middle between the eyes and the mouth, photo px. */
    static final double CENTER_X = 199;

    static final double CENTER_Y = 85;

    /** From ear to ear, photo px: what a face's width means here. */
    static final double FACE_WIDTH = 85;

    /** The cut-out is kept this much larger than the photo: heads are drawn up to three times as large. */
    private static final int ZOOM = 3;

    private static final int[][] OUTLINE = {
        {200, 10},
        {213, 11},
        {226, 15},
        {240, 25},
        {249, 38},
        {256, 54},
        {254, 70},
        {248, 89},
        {240, 102},
        {231, 105},
        {225, 115},
        {221, 125},
        {220, 137},
        {215, 147},
        {198, 160},
        {179, 156},
        {165, 140},
        {161, 127},
        {166, 116},
        {165, 109},
        {159, 97},
        {154, 94},
        {149, 85},
        {144, 72},
        {143, 54},
        {145, 41},
        {153, 31},
        {165, 18},
        {181, 11}
    };

    /** A piece of the office that shows between the headphones and the hair; it is made dark like both. */
    private static final int[][] GAP = {
        {242, 33}, {248, 40}, {250, 49}, {253, 59}, {249, 63}, {241, 62}, {244, 55}, {244, 49}, {241, 44}
    };

    private static final Rectangle BOUNDS = new Rectangle(136, 2, 128, 166);

    private final BufferedImage cutOut;

    private FacePhoto(BufferedImage cutOut) {
        this.cutOut = cutOut;
    }

    static FacePhoto read() throws IOException {
        try (InputStream in = FacePhoto.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("the demonstration's face photo " + RESOURCE + " is not on the class path");
            }
            return new FacePhoto(cutOut(ImageIO.read(in)));
        }
    }

    private static BufferedImage cutOut(BufferedImage photo) {
        BufferedImage head = canvas(BufferedImage.TYPE_INT_ARGB, g -> {
            g.drawImage(photo, 0, 0, null);
            g.setColor(new Color(0x0e0c0c));
            g.fill(smooth(GAP));
        });
        int[] alpha = softMask();
        int[] pixels = head.getRGB(0, 0, head.getWidth(), head.getHeight(), null, 0, head.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] & 0xffffff) | (alpha[i] << 24);
        }
        head.setRGB(0, 0, head.getWidth(), head.getHeight(), pixels, 0, head.getWidth());
        return head;
    }

    /** Opacity inside the outline, 0–255, falling off over about two photo px. */
    private static int[] softMask() {
        BufferedImage mask = canvas(BufferedImage.TYPE_INT_RGB, g -> g.fill(smooth(OUTLINE)));
        float[] box = new float[49];
        Arrays.fill(box, 1f / box.length);
        BufferedImage soft = new ConvolveOp(new Kernel(7, 7, box), ConvolveOp.EDGE_NO_OP, null).filter(mask, null);
        int[] alpha = soft.getRGB(0, 0, soft.getWidth(), soft.getHeight(), null, 0, soft.getWidth());
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] &= 0xff;
        }
        return alpha;
    }

    /** Painted in photo px, kept {@link #ZOOM} times as large. */
    private static BufferedImage canvas(int type, Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(BOUNDS.width * ZOOM, BOUNDS.height * ZOOM, type);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.scale(ZOOM, ZOOM);
        g.translate(-BOUNDS.x, -BOUNDS.y);
        painter.accept(g);
        g.dispose();
        return image;
    }

    /** A closed curve through the points (a Catmull-Rom spline). */
    private static Shape smooth(int[][] points) {
        Path2D path = new Path2D.Double();
        int n = points.length;
        path.moveTo(points[0][0], points[0][1]);
        for (int i = 0; i < n; i++) {
            int[] before = points[(i + n - 1) % n];
            int[] from = points[i];
            int[] to = points[(i + 1) % n];
            int[] after = points[(i + 2) % n];
            path.curveTo(
                    from[0] + (to[0] - before[0]) / 6.0,
                    from[1] + (to[1] - before[1]) / 6.0,
                    to[0] - (after[0] - from[0]) / 6.0,
                    to[1] - (after[1] - from[1]) / 6.0,
                    to[0],
                    to[1]);
        }
        path.closePath();
        return path;
    }

    /**
     * The head in some light.
     *
     * @param red gain, as are the others: 1 leaves the channel as it is
     */
    Sprite head(double red, double green, double blue) {
        RescaleOp light = new RescaleOp(new float[] {(float) red, (float) green, (float) blue, 1}, new float[4], null);
        BufferedImage lit = light.filter(cutOut, null);
        return Sprite.of(BOUNDS, ZOOM, g -> g.drawImage(lit, BOUNDS.x, BOUNDS.y, BOUNDS.width, BOUNDS.height, null));
    }
}
