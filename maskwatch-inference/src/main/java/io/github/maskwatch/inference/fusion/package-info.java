/** Several looks at one picture, and one answer out of them. */
@NullMarked
package io.github.maskwatch.inference.fusion;

import org.jspecify.annotations.NullMarked;
