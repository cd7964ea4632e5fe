package io.github.maskwatch.training.scene.paint;

/** The colour of a thing, place by place, before the photo's light falls on it. */
@FunctionalInterface
interface Surface {
    /**
     * @param u of the frame it is drawn in; see {@link FaceFrame}
     * @param v of that frame
     * @param rgb takes the colour: red, green, blue, 0 to 1 (a little more where the surface shines)
     */
    void at(double u, double v, float[] rgb);

    static Surface plain(float[] color) {
        return (u, v, rgb) -> {
            rgb[0] = color[0];
            rgb[1] = color[1];
            rgb[2] = color[2];
        };
    }
}
