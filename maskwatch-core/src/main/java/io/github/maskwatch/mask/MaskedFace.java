package io.github.maskwatch.mask;

import io.github.maskwatch.face.Face;

/** A face of a picture and what is said of its mask. */
public record MaskedFace(Face face, MaskPrediction prediction) {}
