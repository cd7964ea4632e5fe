package io.github.maskwatch.training.scene;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.LabelledFace;
import java.util.List;

/**
 * Pixels with the faces in them: what augmentation takes and gives. Immutable.
 *
 * @param faces boxes in the image's pixels
 * @param tellsIncorrect as in {@link Scene}
 */
public record AnnotatedImage(Image image, List<LabelledFace> faces, boolean tellsIncorrect) {

    public AnnotatedImage {
        faces = List.copyOf(faces);
    }
}
