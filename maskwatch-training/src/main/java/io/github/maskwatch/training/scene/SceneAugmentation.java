package io.github.maskwatch.training.scene;

import java.util.random.RandomGenerator;

/** Changes a picture and, where it has to, its faces. Pure: the same input and the same random numbers give the same output. */
@FunctionalInterface
public interface SceneAugmentation {
    AnnotatedImage apply(AnnotatedImage image, RandomGenerator random);
}
