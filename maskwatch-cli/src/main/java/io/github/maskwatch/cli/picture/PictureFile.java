package io.github.maskwatch.cli.picture;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.monitor.overlay.Pictures;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture as a file: PNG where its name ends so, JPEG otherwise. */
public final class PictureFile {
    /** How a file that is not finished yet ends. */
    public static final String PART = ".part";

    private static final float QUALITY = 0.92f;

    private PictureFile() {}

    /** Written beside and moved into place: there is a whole picture under that name, or none, or the one from before. */
    public static void write(Image picture, Path file) throws IOException {
        // Not a temporary file of the JDK's: that one, and so the picture, only its owner may read.
        Path part = file.resolveSibling("." + file.getFileName() + PART);
        try {
            encode(picture, part, isPng(file) ? "png" : "jpeg");
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static boolean isPng(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    }

    private static void encode(Image picture, Path part, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(part.toFile())) {
            if (out == null) {
                throw new IOException("no permission");
            }
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(Pictures.toBuffered(picture), null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
