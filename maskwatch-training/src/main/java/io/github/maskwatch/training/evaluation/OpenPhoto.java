package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.batch.PhotoStore;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
    static OpenPhoto read(Example example, PhotoReader reader) {
        Path photo = example.photo();
        try {
            Image picture = reader.read(photo, PhotoStore.SHORTER_SIDE);
            Glimpse glimpse = new Glimpse(example, facts(photo, picture), picture.resize(Glimpse.SIDE, Glimpse.SIDE));
            return new OpenPhoto(glimpse, picture, null);
        } catch (IOException e) {
            return new OpenPhoto(null, null, BrokenPhoto.of(photo, e));
        }
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
