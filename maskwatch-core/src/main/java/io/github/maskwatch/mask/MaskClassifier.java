package io.github.maskwatch.mask;

import io.github.maskwatch.image.Image;
import java.util.List;

/** Says of pictures of single faces how the mask is worn. Each implementation says whether it is thread-safe. */
public interface MaskClassifier extends AutoCloseable {

    /**
     * One prediction per crop, in the same order.
     *
     * @param crops faces of any size, a little wider than the face itself; may be empty
     */
    List<MaskPrediction> classify(List<Image> crops);

    /** The states that this classifier can tell, in the enum's order: two or three. */
    List<MaskState> states();

    /** Idempotent. */
    @Override
    void close();
}
