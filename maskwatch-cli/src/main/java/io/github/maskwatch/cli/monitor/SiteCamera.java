package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.monitor.service.CameraConfig;
import io.github.maskwatch.zone.PlaceConfig;

/**
 * A camera of a site.
 *
 * @param repeat whether a file is played again when it ends
 */
public record SiteCamera(CameraConfig camera, PlaceConfig place, boolean repeat) {}
