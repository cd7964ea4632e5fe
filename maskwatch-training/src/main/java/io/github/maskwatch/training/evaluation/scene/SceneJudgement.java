package io.github.maskwatch.training.evaluation.scene;

import io.github.maskwatch.metrics.detection.JudgedScene;
import io.github.maskwatch.metrics.detection.PictureTraits;
import io.github.maskwatch.training.scene.Scene;

/**
 * A scene and what a detector says of it.
 *
 * @param judged in the pixels of the scene
 * @param traits of the photo as it is stored
 */
public record SceneJudgement(Scene scene, JudgedScene judged, PictureTraits traits) {}
