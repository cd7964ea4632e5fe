package io.github.maskwatch.training.trainer;

/**
 * Where a run stands, beside its tensors. All that chance decides follows from the seed and from these positions.
 *
 * @param epoch that is under way, from 0; all epochs before are in the history
 * @param step steps of it that are done
 * @param steps done over all epochs
 * @param lossSum over the epoch's photos until now
 * @param correct of the epoch's photos, or faces, that were judged rightly
 * @param judged photos, or faces, of the epoch that had a right answer
 * @param photos of the epoch until now
 * @param nanos that its steps took
 * @param lastRate learning rate of the last step
 */
record TrainingState(
        int epoch,
        int step,
        long steps,
        double lossSum,
        long correct,
        long judged,
        long photos,
        long nanos,
        double lastRate,
        TrainingHistory history) {

    static TrainingState start() {
        return new TrainingState(0, 0, 0, 0, 0, 0, 0, 0, 0, TrainingHistory.empty());
    }

    TrainingState afterStep(
            double loss, int batchCorrect, int batchJudged, int batchPhotos, long stepNanos, double rate) {
        return new TrainingState(
                epoch,
                step + 1,
                steps + 1,
                lossSum + loss * batchPhotos,
                correct + batchCorrect,
                judged + batchJudged,
                photos + batchPhotos,
                nanos + stepNanos,
                rate,
                history);
    }

    TrainingState afterEpoch(EpochResult result) {
        return new TrainingState(epoch + 1, 0, steps, 0, 0, 0, 0, 0, lastRate, history.plus(result));
    }

    TrainingState with(TrainingHistory other) {
        return new TrainingState(epoch, step, steps, lossSum, correct, judged, photos, nanos, lastRate, other);
    }

    double meanLoss() {
        return lossSum / Math.max(1, photos);
    }

    double accuracy() {
        return (double) correct / Math.max(1, judged);
    }

    double imagesPerSecond() {
        return nanos == 0 ? 0 : photos * 1e9 / nanos;
    }
}
