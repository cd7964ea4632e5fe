package io.github.maskwatch.cli.demo;

import java.util.random.RandomGenerator;

/**
 * One person's walk through the scene: in from a side, towards the camera, some seconds there, putting the mask on or off twice,
 * and out again.
 *
 * @param fromLeft which side the person comes in from
 * @param outLeft which side the person leaves by
 * @param stopX where the face stops, px from the left
 * @param nearScale frame px per photo px at the stop
 * @param startsMasked what the person wears when coming in
 */
record Visit(
        boolean fromLeft,
        boolean outLeft,
        double stopX,
        double nearScale,
        boolean startsMasked,
        MaskStyle style,
        double swayPhase,
        double length) {
    private static final double WALK_SECONDS = 3;
    private static final double CHANGE_SECONDS = 0.7;
    private static final double STEPS_PER_SECOND = 1.9;

    static Visit random(RandomGenerator random, Lane lane, boolean startsMasked, MaskStyle style) {
        return new Visit(
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextDouble(lane.minX(), lane.maxX()),
                random.nextDouble(lane.minScale(), lane.maxScale()),
                startsMasked,
                style,
                random.nextDouble(2 * Math.PI),
                lane.seconds());
    }

    /** @param seconds since the visit began, 0–{@link #length} */
    Pose at(double seconds) {
        double in = ease(seconds / WALK_SECONDS);
        double out = ease((seconds - (length - WALK_SECONDS)) / WALK_SECONDS);
        double scale = nearScale * (0.62 + 0.38 * in) * (1 - 0.25 * out);
        // While standing, the person leans in and back: the face changes its size by a tenth.
        scale *= 1 + 0.1 * Math.sin(seconds * 0.9 + swayPhase) * in * (1 - out);
        double x = mix(mix(edge(fromLeft, scale), stopX, in), edge(outLeft, scale), out);
        x += 9 * scale * Math.sin(seconds * 0.7 + swayPhase);
        double walking = 4 * (in * (1 - in) + out * (1 - out));
        double bob = 7 * scale * walking * Math.abs(Math.sin(seconds * Math.PI * STEPS_PER_SECOND));
        double y = 135 + 38 * scale - bob + 2 * scale * Math.sin(seconds * 1.3 + swayPhase);
        double tilt = Math.toRadians(3.5) * Math.sin(seconds * 0.8 + 2 * swayPhase);
        return new Pose(x, y, scale, tilt, worn(seconds), style);
    }

    /** Beyond the edge of the picture, shoulders and all. */
    private static double edge(boolean left, double scale) {
        double outside = 135 * scale;
        return left ? -outside : Scene.WIDTH + outside;
    }

    private double worn(double seconds) {
        double first = ease((seconds - length * 0.36) / CHANGE_SECONDS);
        double second = ease((seconds - length * 0.63) / CHANGE_SECONDS);
        double changed = first - second;
        return startsMasked ? 1 - changed : changed;
    }

    /** 0 before, 1 after, smooth between (3t² - 2t³). */
    private static double ease(double t) {
        double clamped = Math.max(0, Math.min(1, t));
        return clamped * clamped * (3 - 2 * clamped);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
