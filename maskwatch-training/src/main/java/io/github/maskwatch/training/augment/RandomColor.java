package io.github.maskwatch.training.augment;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.training.augment.AugmentationConfig.Color;
import java.util.random.RandomGenerator;

/** White balance, saturation, contrast and brightness, all linear and so one 3 x 3 matrix and an offset for all pixels. */
record RandomColor(Color color) implements Augmentation {
    private static final double[] LUMA = {0.299, 0.587, 0.114};
    private static final int BITS = 14;

    @Override
    public Image apply(Image image, RandomGenerator random) {
        double contrast = 1 + Draws.around(random, color.contrast());
        double saturation = 1 + Draws.around(random, color.saturation());
        double brightness = 255 * Draws.around(random, color.brightness());
        int[] matrix = new int[9];
        for (int from = 0; from < 3; from++) {
            double gain = 1 + Draws.around(random, color.cast());
            for (int to = 0; to < 3; to++) {
                double mixed = (1 - saturation) * LUMA[from] + (to == from ? saturation : 0);
                matrix[to * 3 + from] = (int) Math.round(contrast * mixed * gain * (1 << BITS));
            }
        }
        double offset = 127.5 * (1 - contrast) + brightness;
        return transform(image, matrix, (int) Math.round((offset + 0.5) * (1 << BITS)));
    }

    private static Image transform(Image image, int[] m, int offset) {
        byte[] in = image.rgb();
        byte[] out = new byte[in.length];
        for (int i = 0; i < in.length; i += 3) {
            int red = in[i] & 0xff;
            int green = in[i + 1] & 0xff;
            int blue = in[i + 2] & 0xff;
            out[i] = clamp(m[0] * red + m[1] * green + m[2] * blue + offset);
            out[i + 1] = clamp(m[3] * red + m[4] * green + m[5] * blue + offset);
            out[i + 2] = clamp(m[6] * red + m[7] * green + m[8] * blue + offset);
        }
        return Image.wrap(image.width(), image.height(), out);
    }

    private static byte clamp(int fixed) {
        return (byte) Math.max(0, Math.min(255, fixed >> BITS));
    }
}
