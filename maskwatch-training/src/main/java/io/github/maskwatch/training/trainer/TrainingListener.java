package io.github.maskwatch.training.trainer;

import java.io.IOException;

/**
 * Told of a run's progress, always from the thread that trains: what takes long here makes training longer. An exception ends the
 * run; the checkpoint of the epoch that was told of is already in its place then.
 */
public interface TrainingListener {

    /**
     * Before the first step.
     *
     * @param history empty, or the epochs before a resume
     */
    default void started(TrainingHistory history) throws IOException {}

    /** After every step. */
    default void stepDone(StepResult step) throws IOException {}

    /** After the last step of an epoch, before validation, which takes a while. */
    default void validating(int epoch) throws IOException {}

    /**
     * After an epoch, its validation and its checkpoints.
     *
     * @param history of all epochs; the one just done is its last
     * @param kept whether its weights are now the ones kept: with {@link KeptEpoch#BEST} if no epoch before had so low a validation loss
     */
    default void epochDone(TrainingHistory history, boolean kept) throws IOException {}

    /** Once, at the end, unless an exception ended the run. */
    default void ended(TrainingHistory history, TrainingEnd end) throws IOException {}

    /** Tells each of them in turn. */
    static TrainingListener all(TrainingListener... listeners) {
        return new Listeners(java.util.List.of(listeners));
    }
}
