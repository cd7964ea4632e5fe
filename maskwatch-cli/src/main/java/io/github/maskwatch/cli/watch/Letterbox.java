package io.github.maskwatch.cli.watch;

import io.github.maskwatch.image.Image;

/** Fits pictures of any size into the size of the first: a video has one size, but a camera that came back may have another. */
final class Letterbox {
    private int width;
    private int height;

    /** The picture as large as it fits, in the middle, black about it. */
    Image fit(Image picture) {
        if (width == 0) {
            width = picture.width();
            height = picture.height();
        }
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        double scale = Math.min((double) width / picture.width(), (double) height / picture.height());
        Image scaled = picture.resize(side(picture.width() * scale, width), side(picture.height() * scale, height));
        return inTheMiddle(scaled);
    }

    private static int side(double wanted, int most) {
        return (int) Math.max(1, Math.min(most, Math.round(wanted)));
    }

    private Image inTheMiddle(Image scaled) {
        byte[] rgb = new byte[width * height * 3];
        int left = (width - scaled.width()) / 2;
        int top = (height - scaled.height()) / 2;
        int row = scaled.width() * 3;
        for (int y = 0; y < scaled.height(); y++) {
            System.arraycopy(scaled.rgb(), y * row, rgb, ((top + y) * width + left) * 3, row);
        }
        return Image.wrap(width, height, rgb);
    }
}
