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
    /** Training photos are cropped 1.3 times as wide as the face box; the cascade's own box already has some margin. */
    public static final double DEFAULT_MARGIN = 1.2;

    private final FaceDetector faces;
    private final MaskClassifier masks;
    private final int detectWidth;
    private final double margin;

    /**
     * @param detectWidth width to which a wider frame is reduced before faces are looked for, px, at least 32
     * @param margin side of the region over side of the face, at least 1
     */
    public ClassicMaskDetector(FaceDetector faces, MaskClassifier masks, int detectWidth, double margin) {
        if (detectWidth < 32) {
            throw new IllegalArgumentException("detectWidth must be at least 32 px, got " + detectWidth);
        }
        if (!(margin >= 1)) {
            throw new IllegalArgumentException("margin must be at least 1, got " + margin);
        }
        this.faces = faces;
        this.masks = masks;
        this.detectWidth = detectWidth;
        this.margin = margin;
    }

    @Override
    public List<MaskedFace> detect(Image image) {
        List<Face> found = find(image);
        List<Image> crops = new ArrayList<>(found.size());
        for (Face face : found) {
            crops.add(image.crop(face.box().square().grow(margin)));
        }
        List<MaskPrediction> predictions = masks.classify(crops);
        List<MaskedFace> result = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            result.add(new MaskedFace(found.get(i), predictions.get(i)));
        }
        return List.copyOf(result);
    }

    private List<Face> find(Image image) {
        double scale = Math.max(1, (double) image.width() / detectWidth);
        Image reduced = image.resize((int) Math.max(1, Math.round(image.width() / scale)), (int)
                Math.max(1, Math.round(image.height() / scale)));
        double factorX = (double) image.width() / reduced.width();
        double factorY = (double) image.height() / reduced.height();
        List<Face> found = new ArrayList<>();
        for (Face face : faces.detect(reduced)) {
            Box box = face.box().scale(factorX, factorY).clip(image.width(), image.height());
            if (box.shorterSide() >= 1) {
                found.add(new Face(box, face.score()));
            }
        }
        return found;
    }

    @Override
    public void close() {
        try (faces) {
            masks.close();
        }
    }
}
