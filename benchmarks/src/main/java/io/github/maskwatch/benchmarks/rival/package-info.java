/**
 * Detectors of others, to be measured beside Maskwatch's: how a picture goes into each, and how its answers are read. Their weights do
 * not come with Maskwatch.
 */
@NullMarked
package io.github.maskwatch.benchmarks.rival;

import org.jspecify.annotations.NullMarked;
