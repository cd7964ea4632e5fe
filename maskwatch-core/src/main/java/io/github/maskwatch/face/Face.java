package io.github.maskwatch.face;

import io.github.maskwatch.geometry.Box;

/**
 * A face in a picture.
 *
 * @param score how sure the detector is that this is a face, 0–1
 */
public record Face(Box box, float score) {
    public Face {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be in 0..1, got " + score);
        }
    }
}
