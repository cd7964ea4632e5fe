package io.github.maskwatch.benchmarks.rival;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The boxes that a network of two classes is sure enough of, and those of them that suppression leaves. */
final class FoundFaces {
    private final int width;
    private final int height;
    private final List<MaskedFace> faces = new ArrayList<>();

    FoundFaces(Image picture) {
        width = picture.width();
        height = picture.height();
    }

    /**
     * Adds a box. These networks do not tell a face's score from that of its class: the score is the class's, and the class is certain.
     *
     * @param left share of the picture's width; the others accordingly
     */
    void add(double left, double top, double right, double bottom, double score, boolean masked) {
        double l = Math.min(left, right);
        double t = Math.min(top, bottom);
        Box box = Box.ofCorners(l * width, t * height, Math.max(right, l) * width, Math.max(bottom, t) * height)
                .clip(width, height);
        if (box.shorterSide() >= 1) {
            MaskPrediction prediction = masked ? new MaskPrediction(1, 0, 0) : new MaskPrediction(0, 1, 0);
            faces.add(new MaskedFace(new Face(box, (float) Math.min(1, score)), prediction));
        }
    }

    /** By falling score; of two boxes that overlap by more than {@code iou}, whatever their classes, the surer one. */
    List<MaskedFace> suppressed(double iou) {
        faces.sort(Comparator.comparingDouble((MaskedFace face) -> face.face().score())
                .reversed());
        List<MaskedFace> kept = new ArrayList<>();
        for (MaskedFace face : faces) {
            Box box = face.face().box();
            if (kept.stream().noneMatch(other -> box.iou(other.face().box()) > iou)) {
                kept.add(face);
            }
        }
        return kept;
    }
}
