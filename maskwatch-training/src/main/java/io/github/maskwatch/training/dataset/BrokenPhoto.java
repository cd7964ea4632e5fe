package io.github.maskwatch.training.dataset;

import java.nio.file.Path;

/**
 * A file that could not be used.
 *
 * @param reason one line, without the file's name
 */
public record BrokenPhoto(Path photo, String reason) {}
