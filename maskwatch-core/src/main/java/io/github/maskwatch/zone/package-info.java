/**
 * Places in a camera's picture: zones that people stay in and lines that they pass. What the tracks do there becomes events. Pure
 * functions of the frames that they are given.
 */
@NullMarked
package io.github.maskwatch.zone;

import org.jspecify.annotations.NullMarked;
