package io.github.maskwatch.training.dataset;

import io.github.maskwatch.training.dataset.PhotoFolder.LabelledFile;

/**
 * A photo that was opened once and could be decoded.
 *
 * @param sha256 of its bytes, hexadecimal
 */
record CheckedPhoto(LabelledFile file, String sha256, PerceptualHash look) {}
