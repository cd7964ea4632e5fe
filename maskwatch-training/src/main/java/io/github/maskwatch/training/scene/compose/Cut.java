package io.github.maskwatch.training.scene.compose;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.scene.AnnotatedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which part of a photo becomes which part of a square: a rectangle of whole pixels of the one, scaled to a rectangle of whole pixels of
 * the other by the same filter that frames are resized with.
 *
 * @param left of the part of the photo, px
 * @param x where the part lies within the area it is cut for, px
 */
record Cut(int left, int top, int width, int height, int x, int y, int scaledWidth, int scaledHeight) {
    private static final double MOST_ENLARGED = 3;
    /** Of the area, along the axis that is easier to cover: what is not covered is grey and teaches little. */
    private static final double LEAST_COVERED = 0.45;

    private static final double ABOUT_A_FACE = 0.85;
    private static final double PREFER_RARE = 0.5;
    private static final double STRETCH = 0.08;

    /**
     * A random part: mostly one about a face, scaled so that it has a random size; otherwise much of the photo.
     *
     * @param width of the area, px
     * @param smallest side of that face, px
     */
    static Cut random(
            AnnotatedImage photo, int width, int height, double smallest, double largest, RandomGenerator random) {
        LabelledFace face = anchor(photo, random);
        double stretch = Math.exp((2 * random.nextDouble() - 1) * STRETCH);
        Image image = photo.image();
        double scale;
        Box about;
        if (face == null) {
            double longer = Math.max(image.width(), image.height());
            scale = Math.max(width, height) / longer * (0.7 + 0.8 * random.nextDouble());
            about = new Box(random.nextDouble() * image.width(), random.nextDouble() * image.height(), 0, 0);
        } else {
            double most = Math.max(smallest, Math.min(largest, 0.95 * Math.min(width, height)));
            double side = smallest * Math.pow(most / smallest, random.nextDouble());
            scale = side / Math.max(1, Math.sqrt(face.box().area()));
            about = face.box();
        }
        double covering = Math.max((double) width / image.width(), (double) height / image.height());
        scale = Math.min(MOST_ENLARGED, Math.max(LEAST_COVERED * covering, scale));
        Axis across = Axis.random(image.width(), width, scale * stretch, about.x(), about.right(), random);
        Axis down = Axis.random(image.height(), height, scale / stretch, about.y(), about.bottom(), random);
        return new Cut(
                across.from, down.from, across.length, down.length, across.to, down.to, across.scaled, down.scaled);
    }

    private static @org.jspecify.annotations.Nullable LabelledFace anchor(
            AnnotatedImage photo, RandomGenerator random) {
        List<LabelledFace> faces =
                photo.faces().stream().filter(f -> !f.ignored()).toList();
        boolean wanted = random.nextDouble() < ABOUT_A_FACE;
        boolean preferRare = random.nextDouble() < PREFER_RARE;
        int chosen = random.nextInt(1 << 20);
        if (faces.isEmpty() || !wanted) {
            return null;
        }
        List<LabelledFace> rare = faces.stream()
                .filter(f -> f.state() == MaskState.WORN_INCORRECTLY)
                .toList();
        List<LabelledFace> from = preferRare && !rare.isEmpty() ? rare : faces;
        return from.get(chosen % from.size());
    }

    /** One axis of a cut: {@code length} pixels from {@code from} on become {@code scaled} ones from {@code to} on. */
    private record Axis(int from, int length, int to, int scaled) {

        static Axis random(int photo, int area, double scale, double low, double high, RandomGenerator random) {
            double whole = photo * scale;
            double draw = random.nextDouble();
            double start; // of the area, in the scaled photo
            if (whole <= area) {
                start = -draw * (area - whole);
            } else {
                double first = Math.max(0, Math.min(high * scale - area, low * scale));
                double last = Math.min(whole - area, Math.max(high * scale - area, low * scale));
                start = Math.min(whole - area, Math.max(0, first + draw * (last - first)));
            }
            int from = (int) Math.min(photo - 1.0, Math.max(0, Math.floor(start / scale)));
            int end = (int) Math.min(photo, Math.max(from + 1.0, Math.ceil((start + area) / scale)));
            int to = (int) Math.max(0, Math.min(area - 1.0, Math.rint(from * scale - start)));
            int scaled = (int) Math.max(1, Math.min(area - to, Math.round((end - from) * scale)));
            return new Axis(from, end - from, to, scaled);
        }
    }

    /** The scaled pixels. */
    Image pixels(Image photo) {
        return photo.crop(new Box(left, top, width, height)).resize(scaledWidth, scaledHeight);
    }

    /** The faces of the photo where they come to lie, if at all, within the area; not clipped. */
    List<LabelledFace> faces(AnnotatedImage photo) {
        double factorX = (double) scaledWidth / width;
        double factorY = (double) scaledHeight / height;
        List<LabelledFace> moved = new ArrayList<>();
        for (LabelledFace face : photo.faces()) {
            Box box = face.box().translate(-left, -top).scale(factorX, factorY).translate(x, y);
            if (box.intersection(new Box(x, y, scaledWidth, scaledHeight)) > 0) {
                moved.add(face.withBox(box));
            }
        }
        return moved;
    }
}
