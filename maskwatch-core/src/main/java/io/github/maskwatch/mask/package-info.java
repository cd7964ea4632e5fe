/** How a mask is worn, who says so, and how surely. */
@NullMarked
package io.github.maskwatch.mask;

import org.jspecify.annotations.NullMarked;
