/** The ready-made pipelines, their bundled models, and what a model file may be refused for. */
@NullMarked
package io.github.maskwatch.inference;

import org.jspecify.annotations.NullMarked;
