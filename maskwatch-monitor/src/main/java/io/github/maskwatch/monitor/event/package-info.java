/** Events as lines of JSON: in files, in messages, in what is sent out. */
@NullMarked
package io.github.maskwatch.monitor.event;

import org.jspecify.annotations.NullMarked;
