package io.github.maskwatch.training.trainer;

/**
 * The learning rate of every step; a pure function of where a run stands.
 *
 * @param peak above 0
 * @param warmUpEpochs during which it rises from 0 to its peak in a straight line, 0 or more
 * @param finalShare of the peak, at the end of {@link Schedule#COSINE}, 0–1
 * @param plateauFactor that {@link Schedule#PLATEAU} multiplies by, above 0, below 1
 * @param plateauPatience epochs without a lower validation loss until it does, at least 1
 */
public record LearningRate(
        double peak,
        Schedule schedule,
        double warmUpEpochs,
        double finalShare,
        double plateauFactor,
        int plateauPatience) {

    public LearningRate {
        if (!(peak > 0 && peak < 100)) {
            throw new IllegalArgumentException("learningRate must be above 0 and below 100, got " + peak);
        }
        if (!(warmUpEpochs >= 0 && warmUpEpochs < 1e6)) {
            throw new IllegalArgumentException("warmUpEpochs must be 0 or more, got " + warmUpEpochs);
        }
        if (!(finalShare >= 0 && finalShare <= 1)) {
            throw new IllegalArgumentException("finalShare must be in 0..1, got " + finalShare);
        }
        if (!(plateauFactor > 0 && plateauFactor < 1)) {
            throw new IllegalArgumentException("plateauFactor must be above 0 and below 1, got " + plateauFactor);
        }
        if (plateauPatience < 1) {
            throw new IllegalArgumentException("plateauPatience must be at least 1, got " + plateauPatience);
        }
    }

    /** 0.001 with a warm-up of one epoch, then half a cosine down to a hundredth. */
    public static LearningRate defaults() {
        return new LearningRate(1e-3, Schedule.COSINE, 1, 0.01, 0.5, 2);
    }

    /** The same all the time. */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, Schedule.CONSTANT, 0, 0.01, 0.5, 2);
    }

    /**
     * @param step steps done before, over all epochs
     * @param history of the epochs before
     */
    double at(long step, int stepsPerEpoch, int epochs, TrainingHistory history) {
        double warmUp = warmUpEpochs * stepsPerEpoch;
        if (step < warmUp) {
            return peak * Math.min(1, (step + 1) / warmUp);
        }
        return switch (schedule) {
            case CONSTANT -> peak;
            case COSINE -> cosine((step - warmUp) / Math.max(1, (double) epochs * stepsPerEpoch - warmUp));
            case PLATEAU -> peak * Math.pow(plateauFactor, drops(history));
        };
    }

    private double cosine(double progress) {
        return peak * (finalShare + (1 - finalShare) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress))));
    }

    private int drops(TrainingHistory history) {
        double best = Double.POSITIVE_INFINITY;
        int waited = 0;
        int drops = 0;
        for (EpochResult epoch : history.epochs()) {
            waited = epoch.validationLoss() < best ? 0 : waited + 1;
            best = Math.min(best, epoch.validationLoss());
            if (waited == plateauPatience) {
                waited = 0;
                drops++;
            }
        }
        return drops;
    }
}
