package io.github.maskwatch.training.export;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.training.detector.DetectorNetwork;
import io.github.maskwatch.training.detector.Rows;
import io.github.maskwatch.training.network.Tensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/**
 * Holds a written detector against the network that it was written from, on the very same pixels, cell by cell: face score and, where a face may be,
 * probability of each class and the four numbers of the box in strides.
 *
 * @param pictures that both judged
 * @param largestDifference of any of these numbers
 */
@SuppressWarnings("try") // scopes and guards act by being open
public record DetectorExportCheck(int pictures, double largestDifference) {

    /** What the written model answers for a picture whose sides are multiples of 32: eight numbers a cell, in the network's order. */
    @FunctionalInterface
    public interface Written {
        float[] rows(Image picture) throws IOException;
    }

    /**
     * Compares.
     *
     * @param pictures squares of the network's size
     * @throws ExportMismatchException if a number differs by more than {@link ExportCheck#TOLERANCE}
     */
    public static DetectorExportCheck run(DetectorNetwork network, Written written, List<Image> pictures)
            throws IOException {
        double largest = 0;
        for (int i = 0; i < pictures.size(); i++) {
            float[] expected = rows(network, pictures.get(i));
            float[] answered = written.rows(pictures.get(i));
            if (answered.length != expected.length) {
                throw new ExportMismatchException("the written model gives " + answered.length
                        + " numbers for a picture, the trained network " + expected.length);
            }
            double difference = Rows.difference(expected, answered);
            if (!(difference <= ExportCheck.TOLERANCE)) {
                throw new ExportMismatchException(
                        "the written model does not answer as the trained network: on picture %d a number differs by %.6f (allowed: %s)"
                                .formatted(i + 1, difference, ExportCheck.TOLERANCE));
            }
            largest = Math.max(largest, difference);
        }
        return new DetectorExportCheck(pictures.size(), largest);
    }

    private static float[] rows(DetectorNetwork network, Image picture) {
        int plane = picture.width() * picture.height();
        FloatBuffer pixels = ByteBuffer.allocateDirect(3 * plane * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        byte[] rgb = picture.rgb();
        for (int i = 0; i < rgb.length; i++) {
            pixels.put(i % 3 * plane + i / 3, rgb[i] & 0xff);
        }
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            return Tensors.toArray(network.forward(Tensors.over(pixels, 1, network.input()), false));
        }
    }
}
