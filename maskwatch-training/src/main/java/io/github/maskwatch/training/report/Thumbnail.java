package io.github.maskwatch.training.report;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.evaluation.Mistake;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A mistake with its picture made small.
 *
 * @param picture at most {@value #SIDE} px on its longer side
 */
record Thumbnail(Mistake mistake, Image picture) {
    static final int SIDE = 160;

    private static final float JPEG_QUALITY = 0.88f;

    /** Reads the photos, which the evaluation has read a moment ago. */
    static List<Thumbnail> of(List<Mistake> mistakes, PhotoReader reader) throws IOException {
        List<Thumbnail> thumbnails = new ArrayList<>();
        for (Mistake mistake : mistakes) {
            thumbnails.add(new Thumbnail(mistake, shrink(reader.read(mistake.photo(), SIDE))));
        }
        return thumbnails;
    }

    private static Image shrink(Image image) {
        double scale = (double) SIDE / Math.max(image.width(), image.height());
        return image.resize((int) Math.max(1, Math.round(image.width() * scale)), (int)
                Math.max(1, Math.round(image.height() * scale)));
    }

    BufferedImage buffered() {
        return buffered(picture);
    }

    static BufferedImage buffered(Image picture) {
        BufferedImage buffered = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                buffered.setRGB(x, y, picture.at(x, y));
            }
        }
        return buffered;
    }

    /** The picture as an address that holds it whole. */
    String dataUri() {
        return dataUri(buffered());
    }

    static String dataUri(BufferedImage picture) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(picture));
    }

    static byte[] jpeg(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } catch (IOException e) {
            throw new IllegalStateException("a picture in memory could not be written as JPEG", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
