/**
 * Where frames come from and where they go: webcams, video files, network streams and folders of pictures as
 * {@link io.github.maskwatch.video.VideoSource}, and H.264 recordings by {@link io.github.maskwatch.video.VideoRecorder}.
 *
 * <p>All of it but the pictures goes through FFmpeg, whose libraries are unpacked to a cache at first use. No FFmpeg type leaves
 * this package.
 */
@NullMarked
package io.github.maskwatch.video;

import org.jspecify.annotations.NullMarked;
