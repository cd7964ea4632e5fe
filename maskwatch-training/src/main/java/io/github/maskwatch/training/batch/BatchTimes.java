package io.github.maskwatch.training.batch;

/**
 * Where a {@link BatchSource} spent its time.
 *
 * @param pictures pictures prepared
 * @param decodeNanos reading, decoding and reducing photos, summed over the workers
 * @param augmentNanos augmentation, summed over the workers
 * @param waitNanos how long the training step had to wait for its batches
 */
public record BatchTimes(long pictures, long decodeNanos, long augmentNanos, long waitNanos) {}
