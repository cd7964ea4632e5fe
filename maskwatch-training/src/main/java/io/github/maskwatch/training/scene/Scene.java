package io.github.maskwatch.training.scene;

import io.github.maskwatch.mask.LabelledFace;
import java.nio.file.Path;
import java.util.List;

/**
 * A photo with the faces in it.
 *
 * @param photo absolute path
 * @param width of the upright photo, px; not every annotation file tells the truth about it
 * @param height px
 * @param source from where it came: what the annotations say, or else the prefix of its file name; never split between sources of
 *     figures
 * @param faces in the order of the annotations, in the upright photo's pixels, clipped to it
 * @param tellsIncorrect whether whoever annotated it had a class for masks worn incorrectly; where not, such a face is among those
 *     {@code WITHOUT_MASK}
 */
public record Scene(
        Path photo, int width, int height, String source, List<LabelledFace> faces, boolean tellsIncorrect) {

    public Scene {
        faces = List.copyOf(faces);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("sides must be at least 1 px, got " + width + " x " + height);
        }
    }

    /** The same photo with other faces. */
    public Scene withFaces(List<LabelledFace> others) {
        return new Scene(photo, width, height, source, others, tellsIncorrect);
    }
}
