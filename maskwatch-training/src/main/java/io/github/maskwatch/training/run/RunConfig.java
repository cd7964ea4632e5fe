package io.github.maskwatch.training.run;

import io.github.maskwatch.training.trainer.TrainingConfig;

/** All that a run depends on beside its photos, whatever it trains. */
public sealed interface RunConfig permits ClassifierRunConfig, DetectorRunConfig {

    TrainingConfig training();
}
