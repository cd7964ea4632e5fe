package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.image.Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Between Maskwatch's pictures and Java2D's. Both ways copy. */
public final class Pictures {
    private Pictures() {}

    /** A copy as {@link BufferedImage#TYPE_INT_RGB}, the type that Java2D and Swing draw fastest. */
    public static BufferedImage toBuffered(Image image) {
        BufferedImage buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) buffered.getRaster().getDataBuffer()).getData();
        byte[] rgb = image.rgb();
        for (int i = 0, j = 0; i < pixels.length; i++, j += 3) {
            pixels[i] = (rgb[j] & 0xff) << 16 | (rgb[j + 1] & 0xff) << 8 | (rgb[j + 2] & 0xff);
        }
        return buffered;
    }

    /**
     * A copy of a picture of {@link BufferedImage#TYPE_INT_RGB}.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    public static Image toImage(BufferedImage buffered) {
        if (buffered.getType() != BufferedImage.TYPE_INT_RGB) {
            throw new IllegalArgumentException("type must be TYPE_INT_RGB, got " + buffered.getType());
        }
        int[] pixels = ((DataBufferInt) buffered.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[pixels.length * 3];
        for (int i = 0, j = 0; i < pixels.length; i++, j += 3) {
            rgb[j] = (byte) (pixels[i] >> 16);
            rgb[j + 1] = (byte) (pixels[i] >> 8);
            rgb[j + 2] = (byte) pixels[i];
        }
        return Image.wrap(buffered.getWidth(), buffered.getHeight(), rgb);
    }
}
