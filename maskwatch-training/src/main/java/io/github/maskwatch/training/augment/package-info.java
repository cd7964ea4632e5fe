/** Random changes to training photos that leave their label as it is. */
@NullMarked
package io.github.maskwatch.training.augment;

import org.jspecify.annotations.NullMarked;
