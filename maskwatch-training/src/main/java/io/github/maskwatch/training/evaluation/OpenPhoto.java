package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A photo that was read, or the reason why not.
 *
 * @param picture null if it is broken
 * @param broken null if it is not
 */
record OpenPhoto(
        @Nullable Glimpse glimpse,
        @Nullable Image picture,
        @Nullable BrokenPhoto broken) {
    /** Enough for any input of the networks here; larger photos are decoded at a fraction of their size. */
    private static final int SHORTER_SIDE = 128;

    static OpenPhoto read(Example example, PhotoReader reader) {
        Path photo = example.photo();
        try {
            Image picture = reader.read(photo, SHORTER_SIDE);
            Glimpse glimpse = new Glimpse(example, facts(photo, picture), picture.resize(Glimpse.SIDE, Glimpse.SIDE));
            return new OpenPhoto(glimpse, picture, null);
        } catch (IOException e) {
            return new OpenPhoto(null, null, new BrokenPhoto(photo, reason(photo, e)));
        }
    }

    private static String reason(Path photo, IOException problem) {
        String message = Optional.ofNullable(problem.getMessage())
                .orElse(problem.getClass().getSimpleName());
        String prefix = photo + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private static PhotoFacts facts(Path photo, Image picture) throws IOException {
        long fileBytes = Files.size(photo);
        try (ImageInputStream in = ImageIO.createImageInputStream(photo.toFile())) {
            ImageReader header = ImageIO.getImageReaders(in).next();
            try {
                header.setInput(in, true, true);
                return new PhotoFacts(
                        header.getFormatName().toLowerCase(Locale.ROOT),
                        header.getWidth(0),
                        header.getHeight(0),
                        fileBytes);
            } finally {
                header.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // A header that only a more patient decoder understands; the picture itself is fine.
            return new PhotoFacts("other", picture.width(), picture.height(), fileBytes);
        }
    }
}
