/** The watched picture and its figures as a page on this machine only. */
@NullMarked
package io.github.maskwatch.server;

import org.jspecify.annotations.NullMarked;
