package io.github.maskwatch.training.evaluation;

/** Told how many photos are done. */
@FunctionalInterface
public interface Progress {
    void done(int photos, int ofPhotos);
}
