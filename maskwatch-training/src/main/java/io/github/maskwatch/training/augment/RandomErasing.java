package io.github.maskwatch.training.augment;

import io.github.maskwatch.image.Image;
import java.util.random.RandomGenerator;

/**
 * Paints a rectangle over every second picture (Z. Zhong and others, "Random erasing data augmentation", AAAI 2020); modified: one
 * random colour instead of noise, as most things that hide part of a face have one.
 */
record RandomErasing(double maxShare) implements Augmentation {
    private static final double MIN_SHARE = 0.02;
    private static final double MAX_LOG_ASPECT = StrictMath.log(3);

    @Override
    public Image apply(Image image, RandomGenerator random) {
        boolean strikes = random.nextBoolean();
        double area = Draws.between(random, Math.min(MIN_SHARE, maxShare), maxShare) * image.width() * image.height();
        double aspect = StrictMath.exp(Draws.around(random, MAX_LOG_ASPECT));
        int width = side(StrictMath.sqrt(area * aspect), image.width());
        int height = side(StrictMath.sqrt(area / aspect), image.height());
        int x = random.nextInt(image.width() - width + 1);
        int y = random.nextInt(image.height() - height + 1);
        int color = random.nextInt(0x1000000);
        return strikes ? paint(image, x, y, width, height, color) : image;
    }

    private static int side(double wanted, int max) {
        return (int) Math.max(1, Math.min(max, Math.round(wanted)));
    }

    private static Image paint(Image image, int left, int top, int width, int height, int color) {
        byte[] out = image.rgb().clone();
        for (int y = top; y < top + height; y++) {
            int i = (y * image.width() + left) * 3;
            for (int x = 0; x < width; x++, i += 3) {
                out[i] = (byte) (color >> 16);
                out[i + 1] = (byte) (color >> 8);
                out[i + 2] = (byte) color;
            }
        }
        return Image.wrap(image.width(), image.height(), out);
    }
}
