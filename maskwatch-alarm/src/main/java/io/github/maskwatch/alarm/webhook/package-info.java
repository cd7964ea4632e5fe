/** Alarms as signed HTTP requests. */
@NullMarked
package io.github.maskwatch.alarm.webhook;

import org.jspecify.annotations.NullMarked;
