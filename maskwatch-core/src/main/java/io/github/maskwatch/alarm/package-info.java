/** How people are told. */
@NullMarked
package io.github.maskwatch.alarm;

import org.jspecify.annotations.NullMarked;
