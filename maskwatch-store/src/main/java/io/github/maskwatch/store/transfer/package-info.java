/** Events in files: out of a store and back without loss, one at a time, so that a year of them needs no memory. */
@NullMarked
package io.github.maskwatch.store.transfer;

import org.jspecify.annotations.NullMarked;
