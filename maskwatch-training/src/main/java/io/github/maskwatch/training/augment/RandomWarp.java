package io.github.maskwatch.training.augment;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.training.augment.AugmentationConfig.Geometry;
import java.util.random.RandomGenerator;

/** Zoom, shear, shift and rotation (in Keras' order) and mirror, as one warp: each pixel is interpolated once. */
record RandomWarp(Geometry geometry) implements Augmentation {

    @Override
    public Image apply(Image image, RandomGenerator random) {
        Affine map = draw(image.width(), image.height(), random);
        return map.equals(Affine.IDENTITY) ? image : map.warp(image);
    }

    private Affine draw(int width, int height, RandomGenerator random) {
        Affine rotation = Affine.rotation(Draws.around(random, geometry.rotationDegrees()));
        Affine shear = Affine.shear(Draws.around(random, geometry.shearDegrees()));
        Affine shift = Affine.shift(
                Draws.around(random, geometry.shiftX()) * width, Draws.around(random, geometry.shiftY()) * height);
        Affine zoom = Affine.zoom(1 + Draws.around(random, geometry.zoom()), 1 + Draws.around(random, geometry.zoom()));
        Affine mirror = geometry.mirror() && random.nextBoolean() ? Affine.zoom(-1, 1) : Affine.IDENTITY;
        return mirror.then(zoom).then(shear).then(shift).then(rotation);
    }
}
