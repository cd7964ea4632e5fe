package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.monitor.rules.Schedule;
import io.github.maskwatch.monitor.service.CameraConfig;
import io.github.maskwatch.zone.PlaceConfig;

/**
 * A camera of a site.
 *
 * @param repeat whether a file is played again when it ends
 * @param schedule when people before it are recorded and counted
 */
public record SiteCamera(CameraConfig camera, PlaceConfig place, boolean repeat, Schedule schedule) {}
