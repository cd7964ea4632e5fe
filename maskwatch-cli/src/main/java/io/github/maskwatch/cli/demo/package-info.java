/** A moving scene without a camera: drawn people with a real face, masks that they put on and take off. */
@NullMarked
package io.github.maskwatch.cli.demo;

import org.jspecify.annotations.NullMarked;
