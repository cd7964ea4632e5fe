package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** A folder of drawn faces, whose masks are as white as the classifier beside it expects. */
public final class DrawnPhotos {
    private final Path root;
    private final Random random = new Random(3);

    public DrawnPhotos(Path root) {
        this.root = root;
    }

    public Path write(MaskState state, String name, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(150 + random.nextInt(80), 110 + random.nextInt(40), 90));
        pen.fillRect(0, 0, width, height);
        if (state != MaskState.WITHOUT_MASK) {
            pen.setColor(Color.WHITE);
            int top = state == MaskState.WITH_MASK ? height / 2 : height * 3 / 4;
            pen.fillRect(0, top, width, height - top);
        }
        pen.dispose();
        Path file = root.resolve(state.id()).resolve(name);
        Files.createDirectories(root.resolve(state.id()));
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    /** Two sources and sizes, {@code each} photos of with and without mask. */
    public DrawnPhotos fill(int each) throws IOException {
        for (int i = 0; i < each; i++) {
            String source = i % 2 == 0 ? "door_" : "street_";
            int side = i % 4 < 2 ? 40 : 120;
            write(MaskState.WITH_MASK, source + i + ".png", side, side);
            write(MaskState.WITHOUT_MASK, source + i + ".png", side, side);
        }
        return this;
    }

    /** Tells the drawn masks by how far up the white goes. */
    public static MaskClassifier classifier(List<MaskState> states) {
        return new MaskClassifier() {
            @Override
            public List<MaskPrediction> classify(List<Image> crops) {
                return crops.stream().map(this::one).toList();
            }

            private MaskPrediction one(Image crop) {
                if ((crop.at(crop.width() / 2, crop.height() * 5 / 8) & 0xff) > 200) {
                    return new MaskPrediction(0.9, 0.1, 0);
                }
                boolean low = (crop.at(crop.width() / 2, crop.height() - 1) & 0xff) > 200;
                boolean three = states.size() == 3;
                return low && three ? new MaskPrediction(0.1, 0.1, 0.8) : new MaskPrediction(0.1, 0.9, 0);
            }

            @Override
            public List<MaskState> states() {
                return states;
            }

            @Override
            public void close() {}
        };
    }
}
