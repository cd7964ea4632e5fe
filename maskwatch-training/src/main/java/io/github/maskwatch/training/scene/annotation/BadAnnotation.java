package io.github.maskwatch.training.scene.annotation;

import java.io.IOException;

/** Says without the file's name what is wrong with an annotation. */
final class BadAnnotation extends IOException {
    private static final long serialVersionUID = 1;

    BadAnnotation(String reason) {
        super(reason);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
