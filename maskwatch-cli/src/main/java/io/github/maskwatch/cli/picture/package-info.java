/** Pictures as files. */
@NullMarked
package io.github.maskwatch.cli.picture;

import org.jspecify.annotations.NullMarked;
