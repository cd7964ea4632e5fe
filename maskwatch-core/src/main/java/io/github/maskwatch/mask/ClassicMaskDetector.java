package io.github.maskwatch.mask;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.face.FaceDetector;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * The classic pipeline: faces are found on a reduced frame, and the region of each, cut from the full frame a little wider than
 * the face, goes to a classifier; all regions of a frame in one batch. It owns both its parts and closes them. One thread at a
 * time.
 */
public final class ClassicMaskDetector implements MaskDetector {
    /** Share of the smaller of two boxes that the larger one covers; people behind one another cover less of each other's face. */
    private static final double NESTED = 0.7;

    private final FaceDetector faces;
    private final MaskClassifier masks;
    private final ClassicConfig config;

    public ClassicMaskDetector(FaceDetector faces, MaskClassifier masks, ClassicConfig config) {
        this.faces = faces;
        this.masks = masks;
        this.config = config;
    }

    @Override
    public List<MaskedFace> detect(Image image) {
        List<Face> found = find(image);
        List<Image> crops = new ArrayList<>(found.size());
        for (Face face : found) {
            crops.add(image.crop(region(face.box())));
        }
        List<MaskPrediction> predictions = masks.classify(crops);
        List<MaskedFace> result = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            result.add(new MaskedFace(found.get(i), predictions.get(i)));
        }
        return List.copyOf(result);
    }

    private Box region(Box face) {
        Box square = face.square();
        return square.grow(config.margin()).translate(0, config.shift() * square.height());
    }

    private List<Face> find(Image image) {
        double scale = Math.max(1, (double) image.width() / config.detectWidth());
        Image reduced = image.resize((int) Math.max(1, Math.round(image.width() / scale)), (int)
                Math.max(1, Math.round(image.height() / scale)));
        double factorX = (double) image.width() / reduced.width();
        double factorY = (double) image.height() / reduced.height();
        List<Face> found = new ArrayList<>();
        for (Face face : faces.detect(reduced)) {
            Box box = face.box().scale(factorX, factorY).clip(image.width(), image.height());
            if (box.shorterSide() >= 1 && !nested(box, found)) {
                found.add(new Face(box, face.score()));
            }
        }
        return found;
    }

    /** Two boxes of which one lies in the other are one face found twice; the surer one comes first. */
    private static boolean nested(Box box, List<Face> surer) {
        return surer.stream()
                .map(Face::box)
                .anyMatch(other -> box.intersection(other) > NESTED * Math.min(box.area(), other.area()));
    }

    @Override
    public void close() {
        try (faces) {
            masks.close();
        }
    }
}
