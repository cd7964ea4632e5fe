package io.github.maskwatch.inference.haar;

/**
 * A window that passed all stages.
 *
 * @param x px of the picture
 * @param y px of the picture
 * @param margin by how much the last stage's sum is above its threshold, at least 0
 */
record Hit(int x, int y, int width, int height, float margin) {}
