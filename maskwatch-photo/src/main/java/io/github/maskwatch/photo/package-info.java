/** Still photos of every kind that users have, decoded in Java, so that no broken file can crash the JVM. */
@NullMarked
package io.github.maskwatch.photo;

import org.jspecify.annotations.NullMarked;
