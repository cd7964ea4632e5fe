/** Polite sentences to those who stand before a camera, in their languages. */
@NullMarked
package io.github.maskwatch.monitor.tell;

import org.jspecify.annotations.NullMarked;
