package io.github.maskwatch.cli.demo;

/**
 * How near to the camera a person stays, and for how long.
 *
 * @param minScale frame px per photo px
 * @param minX leftmost stop of the face, px
 */
record Lane(double minScale, double maxScale, double minX, double maxX, double seconds) {}
