/** How people are told: what is due leaves the outbox through a channel, and is tried until it arrived. */
@NullMarked
package io.github.maskwatch.alarm;

import org.jspecify.annotations.NullMarked;
