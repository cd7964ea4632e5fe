package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import java.util.random.RandomGenerator;

/**
 * Another colour for real masks. Where exactly the mask ends is unknown, so that the colour fades out towards the sides and the eyes, as
 * coloured light would; brightness and with it folds and shadows stay.
 */
record TintPainter(double probability) implements FacePainter {

    @Override
    public double probability(LabelledFace face, boolean tellsIncorrect) {
        return face.state() == MaskState.WITH_MASK ? probability : 0;
    }

    @Override
    public MaskState paint(FacePaint face, MaskState state, RandomGenerator random) {
        FaceFrame frame = face.frame();
        float[] color = Fabric.color(random, face.skin());
        double luma = Math.max(0.15, 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2]);
        double dim = Draws.between(random, 0.65, 1.05);
        for (int k = 0; k < 3; k++) {
            color[k] = (float) Math.min(1.6, Math.max(0.4, color[k] / luma) * dim);
        }
        tint(face.photo(), frame, color, Draws.between(random, 0.4, 0.95));
        return state;
    }

    /** @param color what a grey pixel is multiplied with */
    private static void tint(Pixels photo, FaceFrame frame, float[] color, double most) {
        double cos = StrictMath.cos(frame.roll());
        double sin = StrictMath.sin(frame.roll());
        double reach = frame.halfWidth() + frame.height();
        byte[] rgb = photo.rgb();
        int bottom = (int) Math.min(photo.height() - 1.0, frame.centerY() + reach);
        int right = (int) Math.min(photo.width() - 1.0, frame.centerX() + reach);
        for (int y = (int) Math.max(0, frame.centerY() - reach); y <= bottom; y++) {
            for (int x = (int) Math.max(0, frame.centerX() - reach); x <= right; x++) {
                double dx = x + 0.5 - frame.centerX();
                double dy = y + 0.5 - frame.centerY();
                double u = (cos * dx + sin * dy) / frame.halfWidth() / 0.95;
                double v = ((cos * dy - sin * dx) / frame.height() + 0.5 - 0.78) / 0.27;
                double away = u * u + v * v;
                if (away < 1) {
                    float weight = (float) (most * (1 - away * away));
                    int i = (y * photo.width() + x) * 3;
                    float grey = (float) Light.luma(photo.at(x, y));
                    for (int k = 0; k < 3; k++) {
                        int old = rgb[i + k] & 0xff;
                        rgb[i + k] =
                                (byte) Math.max(0, Math.min(255, Math.round(old + weight * (grey * color[k] - old))));
                    }
                }
            }
        }
    }
}
