package io.github.maskwatch.server;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.monitor.overlay.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG for the page: no wider than a page shows it. Thread-safe. */
final class JpegEncoder {
    private static final float QUALITY = 0.82f;
    /** px; a phone or half a screen does not show more, and encoding grows with the area. */
    private static final int WIDEST = 1280;

    private JpegEncoder() {}

    static byte[] encode(Image picture) {
        Image shown = narrowed(picture);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(shown.width() * shown.height() / 4);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(Pictures.toBuffered(shown), null, null), param);
        } catch (IOException e) {
            // Only memory is written to.
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Image narrowed(Image picture) {
        if (picture.width() <= WIDEST) {
            return picture;
        }
        long height = Math.round((double) picture.height() * WIDEST / picture.width());
        return picture.resize(WIDEST, (int) Math.max(1, height));
    }
}
