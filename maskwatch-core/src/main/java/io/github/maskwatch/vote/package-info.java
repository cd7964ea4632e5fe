/** What many looks at one face say together of its mask, and when that changed. Pure: no clock, no threads. */
@NullMarked
package io.github.maskwatch.vote;

import org.jspecify.annotations.NullMarked;
