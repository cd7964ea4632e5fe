/** What a training run or an evaluation leaves behind for people: the run's folder, its charts, its page, the model's card. */
@NullMarked
package io.github.maskwatch.training.report;

import org.jspecify.annotations.NullMarked;
