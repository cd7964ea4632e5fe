package io.github.maskwatch.training.scene.compose;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.training.scene.AnnotatedImage;
import io.github.maskwatch.training.scene.TargetFace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A square on which parts of photos are put. One thread at a time. */
final class Canvas {
    /** Of what no photo covers: the grey that frames are padded with. */
    private static final byte GREY = 114;

    /** Visible share from which a face is to be found, and below which it is not even ignored. */
    private static final double WHOLE = 0.55;

    private static final double GONE = 0.1;
    /** px; below it nothing can be told. */
    private static final double LEAST_SIDE = 5.5;

    private final int side;
    private final byte[] rgb;
    private final List<TargetFace> faces = new ArrayList<>();

    Canvas(int side) {
        this.side = side;
        rgb = new byte[side * side * 3];
        Arrays.fill(rgb, GREY);
    }

    /** Puts a part of a photo where the area begins that it was cut for. */
    void put(AnnotatedImage photo, Cut cut, int left, int top) {
        Image pixels = cut.pixels(photo.image());
        int x = left + cut.x();
        int y = top + cut.y();
        int row = pixels.width() * 3;
        for (int i = 0; i < pixels.height(); i++) {
            System.arraycopy(pixels.rgb(), i * row, rgb, ((y + i) * side + x) * 3, row);
        }
        Box area = new Box(x, y, pixels.width(), pixels.height());
        for (LabelledFace face : cut.faces(photo)) {
            keep(face.withBox(face.box().translate(left, top)), area, photo.tellsIncorrect());
        }
    }

    private void keep(LabelledFace face, Box area, boolean tellsIncorrect) {
        Box box = face.box();
        double visible = box.intersection(area) / Math.max(1e-9, box.area());
        if (visible < GONE) {
            return;
        }
        Box clipped = Box.ofCorners(
                Math.max(box.x(), area.x()),
                Math.max(box.y(), area.y()),
                Math.min(box.right(), area.right()),
                Math.min(box.bottom(), area.bottom()));
        boolean ignored = face.ignored() || visible < WHOLE || clipped.shorterSide() < LEAST_SIDE;
        TargetFace target = TargetFace.of(new LabelledFace(clipped, face.state(), ignored), tellsIncorrect);
        faces.add(target);
    }

    void mirror() {
        for (int y = 0; y < side; y++) {
            for (int a = y * side * 3, b = a + (side - 1) * 3; a < b; a += 3, b -= 3) {
                for (int k = 0; k < 3; k++) {
                    byte swapped = rgb[a + k];
                    rgb[a + k] = rgb[b + k];
                    rgb[b + k] = swapped;
                }
            }
        }
        faces.replaceAll(f -> new TargetFace(f.box().mirror(side), f.state(), f.ambiguous(), f.ignored()));
    }

    Image image() {
        return Image.wrap(side, side, rgb);
    }

    List<TargetFace> faces() {
        return List.copyOf(faces);
    }
}
