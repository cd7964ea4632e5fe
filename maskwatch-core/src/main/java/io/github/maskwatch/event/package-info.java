/** What happened before the cameras, one record per happening, and where it is kept. Nobody's picture and nobody's name. */
@NullMarked
package io.github.maskwatch.event;

import org.jspecify.annotations.NullMarked;
