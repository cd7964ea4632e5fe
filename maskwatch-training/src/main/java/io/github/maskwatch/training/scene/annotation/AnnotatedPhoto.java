package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.photo.PhotoSize;
import io.github.maskwatch.training.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A photo and what is said about it.
 *
 * @param name relative to the folder, with {@code /} between folders on every system
 * @param split null where the annotations tell none
 * @param source from where the photo came; null if nothing is said
 * @param units of the boxes
 * @param twoClasses whether whoever marked it had no class for masks worn incorrectly
 * @param size of the photo as the annotations count it, px; null if nothing is said
 * @param faces in the order of the annotations, not yet clipped; a box that is none is empty
 */
public record AnnotatedPhoto(
        Path path,
        String name,
        @Nullable Split split,
        @Nullable String source,
        boolean twoClasses,
        Units units,
        @Nullable PhotoSize size,
        List<LabelledFace> faces) {

    /** What an image in COCO JSON says of itself where it is one of two classes in a set of three: {@code "two_classes": true}. */
    public static final String TWO_CLASSES = "two_classes";

    /** What one of a box's numbers counts. */
    public enum Units {
        PIXELS,
        /** Shares of the photo's sides, 0–1. */
        FRACTIONS
    }

    public AnnotatedPhoto {
        faces = List.copyOf(faces);
    }

    public String fileName() {
        return String.valueOf(path.getFileName());
    }

    /** px by which a side may be off when somebody scaled the photo or rounded its size. */
    private static final double ROUNDING = 1;

    /**
     * The faces in the pixels of the photo as it is, clipped to it; boxes of less than a pixel are left out.
     *
     * @param actual the upright photo's size
     * @throws IOException without the photo's name, if the annotations are about a picture of another shape
     */
    public List<LabelledFace> facesOn(PhotoSize actual) throws IOException {
        double factorX = actual.width();
        double factorY = actual.height();
        if (units == Units.PIXELS) {
            PhotoSize annotated = size == null ? actual : size;
            requireSameShape(annotated, actual);
            factorX /= annotated.width();
            factorY /= annotated.height();
        }
        double x = factorX;
        double y = factorY;
        return faces.stream()
                .map(face -> face.withBox(scaled(face.box(), x, y).clip(actual.width(), actual.height())))
                .filter(face -> face.box().width() >= 1 && face.box().height() >= 1)
                .toList();
    }

    /** Pixels of the photo itself stay the very numbers that they are. */
    private static Box scaled(Box box, double x, double y) {
        return x == 1 && y == 1 ? box : box.scale(x, y);
    }

    private static void requireSameShape(PhotoSize annotated, PhotoSize actual) throws IOException {
        if (!mayBeScaled(annotated.width(), actual.width(), annotated.height(), actual.height())
                || !mayBeScaled(annotated.height(), actual.height(), annotated.width(), actual.width())) {
            boolean turned = annotated.width() > annotated.height() != actual.width() > actual.height();
            throw new IOException("is " + actual + " px, but its annotations are about a picture of " + annotated
                    + (turned ? ", perhaps this one before it was turned upright" : "") + "; annotate it again");
        }
    }

    /** Whether the least factor of one side is not above the greatest of the other, each side being rounded somehow. */
    private static boolean mayBeScaled(double from, double to, double otherFrom, double otherTo) {
        return (to - ROUNDING) * (otherFrom - ROUNDING) <= (otherTo + ROUNDING) * (from + ROUNDING);
    }
}
