/** The files in which people keep boxes about faces: COCO JSON, Pascal VOC, YOLO. */
@NullMarked
package io.github.maskwatch.training.scene.annotation;

import org.jspecify.annotations.NullMarked;
