package io.github.maskwatch.training.run;

import io.github.maskwatch.training.augment.AugmentationConfig;
import io.github.maskwatch.training.dataset.DatasetConfig;
import io.github.maskwatch.training.network.ClassicNetworkConfig;
import io.github.maskwatch.training.network.Precision;
import io.github.maskwatch.training.trainer.TrainingConfig;

/**
 * All that a run of the classic network depends on beside its photos. With one thread, same photos and same values give the same model,
 * byte for byte.
 *
 * @param precision of the convolutions in training
 */
public record ClassifierRunConfig(
        DatasetConfig dataset,
        ClassicNetworkConfig network,
        Precision precision,
        TrainingConfig training,
        AugmentationConfig augmentation)
        implements RunConfig {}
