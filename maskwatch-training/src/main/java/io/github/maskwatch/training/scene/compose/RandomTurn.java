package io.github.maskwatch.training.scene.compose;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.training.augment.Turn;
import io.github.maskwatch.training.scene.AnnotatedImage;
import io.github.maskwatch.training.scene.SceneAugmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Turns some photos: most of these as a head is held or a camera hung, a few so that people lie.
 *
 * @param share of the photos, 0–1
 */
record RandomTurn(double share) implements SceneAugmentation {
    private static final double LYING = 0.2;
    private static final double MOST_DEGREES = 100;
    private static final double USUAL_DEGREES = 12;
    /** Visible share from which a face is still to be found, and below which it is not even ignored. */
    private static final double WHOLE = 0.6;

    private static final double GONE = 0.1;

    @Override
    public AnnotatedImage apply(AnnotatedImage photo, RandomGenerator random) {
        if (random.nextDouble() >= share) {
            return photo;
        }
        boolean lying = random.nextDouble() < LYING;
        double usual = USUAL_DEGREES * random.nextGaussian();
        Turn turn = new Turn(lying ? MOST_DEGREES * (2 * random.nextDouble() - 1) : usual);
        Image image = photo.image();
        List<LabelledFace> faces = new ArrayList<>();
        for (LabelledFace face : photo.faces()) {
            Box box = turn.apply(face.box(), image.width(), image.height());
            double visible = box.clip(image.width(), image.height()).area() / Math.max(1e-9, box.area());
            if (visible >= GONE) {
                faces.add(new LabelledFace(
                        box.clip(image.width(), image.height()), face.state(), face.ignored() || visible < WHOLE));
            }
        }
        return new AnnotatedImage(turn.apply(image), faces, photo.tellsIncorrect());
    }
}
