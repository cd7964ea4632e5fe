/** Which faces of a source's frames are one person, and what is said of each. Pure: no clock, no threads. */
@NullMarked
package io.github.maskwatch.tracking;

import org.jspecify.annotations.NullMarked;
