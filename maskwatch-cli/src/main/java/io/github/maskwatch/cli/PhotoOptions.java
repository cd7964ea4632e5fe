package io.github.maskwatch.cli;

import io.github.maskwatch.training.dataset.DatasetConfig;
import io.github.maskwatch.training.dataset.SplitShares;
import io.github.maskwatch.training.dataset.ThirdClass;
import io.github.maskwatch.training.scene.SceneDatasetConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of the folder of photos, as options. */
final class PhotoOptions {
    @Option(
            names = "--classes",
            paramLabel = "2|3",
            description = "With and without mask, or also worn incorrectly. Default: what the folder has.")
    private @Nullable Integer classes;

    @Option(
            names = "--leave-out-incorrect",
            description =
                    "With two classes: leave photos of masks worn incorrectly out, instead of counting them as without mask.")
    private boolean leaveOutIncorrect;

    @Option(
            names = "--val-share",
            paramLabel = "SHARE",
            description =
                    "Where the folder has no val/: share of the photos to validate with. Default: ${DEFAULT-VALUE}.")
    private double validationShare = 0.1;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            description = "Where the folder has no split: share kept for a test. Default: ${DEFAULT-VALUE}.")
    private double testShare = 0.1;

    DatasetConfig config(long seed) throws Failure {
        return new DatasetConfig(validationShare, testShare, seed, thirdClass());
    }

    /** Of scenes, which have their classes themselves. Runs that start from one another need the same split, so it has no seed of the run's. */
    SceneDatasetConfig scenes() {
        SceneDatasetConfig base = SceneDatasetConfig.defaults();
        return base.withShares(
                new SplitShares(validationShare, testShare, base.shares().seed()));
    }

    private ThirdClass thirdClass() throws Failure {
        if (classes != null && classes != 2 && classes != 3) {
            throw new Failure(ExitCode.WRONG_USE, "--classes: wanted 2 or 3, got " + classes);
        }
        if (classes == null || classes == 3) {
            return leaveOutIncorrect ? ThirdClass.LEAVE_OUT : ThirdClass.KEEP;
        }
        return leaveOutIncorrect ? ThirdClass.LEAVE_OUT : ThirdClass.AS_WITHOUT_MASK;
    }

    /** Whether three classes were asked for. */
    boolean wantsThree() {
        return classes != null && classes == 3;
    }
}
