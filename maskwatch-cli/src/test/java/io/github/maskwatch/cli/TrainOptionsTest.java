package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.training.augment.AugmentationConfig;
import io.github.maskwatch.training.network.ClassicNetworkConfig;
import io.github.maskwatch.training.trainer.TrainingConfig;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The options say the same as the configurations that they stand for. */
class TrainOptionsTest {

    private static TrainCommand parsed(String... args) {
        TrainCommand command = new TrainCommand();
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
        return command;
    }

    @Test
    void withoutOptionsAllIsAsTheConfigurationsDefaults() {
        TrainCommand command = parsed("photos");

        assertThat(command.network.config(3)).isEqualTo(ClassicNetworkConfig.defaults(3));
        assertThat(command.learning.config(TrainingConfig.defaults())).isEqualTo(TrainingConfig.defaults());
        assertThat(command.augmentation.config()).isEqualTo(AugmentationConfig.robust());
    }

    @Test
    void anOptionChangesNothingElseOfItsGroup() {
        TrainCommand command = parsed("photos", "--dense", "77", "--seed", "9", "--no-mirror");

        ClassicNetworkConfig network = command.network.config(2);
        assertThat(network.denseUnits()).isEqualTo(77);
        assertThat(network.layers().subList(0, 7))
                .isEqualTo(ClassicNetworkConfig.defaults(2).layers().subList(0, 7));
        assertThat(command.learning.config(TrainingConfig.defaults()).seed()).isEqualTo(9);
        assertThat(command.learning.config(TrainingConfig.defaults()).learningRate())
                .isEqualTo(TrainingConfig.defaults().learningRate());
        AugmentationConfig robust = AugmentationConfig.robust();
        assertThat(command.augmentation.config().geometry().mirror()).isFalse();
        assertThat(command.augmentation.config().color()).isEqualTo(robust.color());
        assertThat(command.augmentation.config().damage()).isEqualTo(robust.damage());
    }

    @Test
    void theBenchmarkIsAboutTheNetworkAsItWasFirstDescribed() {
        BenchmarkTrainCommand plain = new BenchmarkTrainCommand();
        new CommandLine(plain).parseArgs();
        BenchmarkTrainCommand changed = new BenchmarkTrainCommand();
        new CommandLine(changed).parseArgs("--dense", "51", "--zoom", "0.2");

        assertThat(plain.network.config(2)).isEqualTo(ClassicNetworkConfig.described(2));
        assertThat(plain.augmentation.config()).isEqualTo(AugmentationConfig.classic());
        assertThat(changed.network.config(2).denseUnits()).isEqualTo(51);
        assertThat(changed.network.config(2).filters1()).isEqualTo(100);
        assertThat(changed.augmentation.config().geometry().rotationDegrees()).isEqualTo(20);
    }
}
