package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import java.nio.file.Path;

/**
 * A photo of one face and how it wears its mask.
 *
 * @param group what no split cuts in two: photos that show nearly the same picture have the same group
 */
public record Example(Path photo, MaskState label, String group) {}
