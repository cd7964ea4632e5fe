package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.batch.BatchSource;
import io.github.maskwatch.training.network.Loss;
import io.github.maskwatch.training.network.Network;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The loop of epochs. Everything in it follows from the configuration and from the {@link TrainingState} that a checkpoint keeps: the
 * batches from epoch and step, dropout from the number of the step, the learning rate from that number and from the history. So a run
 * that was killed at any moment and resumed goes through the very same steps as one that was not, from its last checkpoint on.
 *
 * <p>Checkpoints are written in this order: the best weights, then the last state, then the listener is told. Whatever is missing
 * after a kill in between is made again. One thread at a time.
 *
 * @param <T> what is known of each picture of a batch
 */
public final class Trainer<T> {
    private final Network network;
    private final Loss<T> loss;
    private final TrainingConfig config;
    private final TrainingData<T> data;
    private final Validator validator;
    private final Checkpoints checkpoints;

    public Trainer(
            Network network,
            Loss<T> loss,
            TrainingConfig config,
            TrainingData<T> data,
            Validator validator,
            Checkpoints checkpoints) {
        this.network = network;
        this.loss = loss;
        this.config = config;
        this.data = data;
        this.validator = validator;
        this.checkpoints = checkpoints;
    }

    /**
     * Trains to the end, from the last checkpoint if there is one. The network then has the weights of the last step; those of the
     * best epoch are in the checkpoint.
     *
     * @param stop looked at after each step; true ends the run there, with a checkpoint
     * @throws TrainingDivergedException if the loss becomes infinite or no number
     * @throws CheckpointWriteException if a checkpoint cannot be written
     * @throws IOException one line, if photos cannot be read or a listener fails
     */
    public TrainingOutcome train(TrainingListener listener, BooleanSupplier stop) throws IOException {
        try (TrainingStep<T> step = new TrainingStep<>(network, loss, config)) {
            return new Run(step, listener, stop).toEnd();
        }
    }

    /** One call of {@link #train}. */
    private final class Run {
        private final TrainingStep<T> step;
        private final TrainingListener listener;
        private final BooleanSupplier stop;
        private TrainingState state;
        private long savedAt = System.nanoTime();

        Run(TrainingStep<T> step, TrainingListener listener, BooleanSupplier stop) throws IOException {
            this.step = step;
            this.listener = listener;
            this.stop = stop;
            TrainingState from =
                    checkpoints.hasLast() ? checkpoints.last().read(step.tensors()) : TrainingState.start();
            this.state = from.with(from.history().keeping(config.keep()));
        }

        TrainingOutcome toEnd() throws IOException {
            listener.started(state.history());
            TrainingEnd end = epochs();
            listener.ended(state.history(), end);
            return new TrainingOutcome(end, state.history());
        }

        private TrainingEnd epochs() throws IOException {
            if (state.epoch() >= config.epochs() || outOfPatience()) {
                return finished();
            }
            try (BatchSource<T> source = open()) {
                while (state.epoch() < config.epochs() && !outOfPatience()) {
                    if (!trainEpoch(source) || !validateEpoch()) {
                        save();
                        return TrainingEnd.INTERRUPTED;
                    }
                }
            }
            return finished();
        }

        private TrainingEnd finished() {
            return state.epoch() >= config.epochs() ? TrainingEnd.DONE : TrainingEnd.STOPPED_EARLY;
        }

        /** Where all steps of an epoch are done but not its validation, the source starts with the next epoch. */
        private BatchSource<T> open() {
            BatchSource<T> source = data.training(state.epoch(), 0);
            if (state.step() == 0) {
                return source;
            }
            int steps = source.batchesPerEpoch();
            source.close();
            return state.step() < steps
                    ? data.training(state.epoch(), state.step())
                    : data.training(state.epoch() + 1, 0);
        }

        private boolean outOfPatience() {
            TrainingHistory history = state.history();
            int best = history.best().map(EpochResult::epoch).orElse(0);
            return config.patience() > 0 && history.epochs().size() - best >= config.patience();
        }

        private boolean trainEpoch(BatchSource<T> source) throws IOException {
            int steps = source.batchesPerEpoch();
            while (state.step() < steps) {
                trainStep(source, steps);
                if (stop.getAsBoolean()) {
                    return false;
                }
                if (System.nanoTime() - savedAt >= config.checkpointEvery().toNanos()) {
                    save();
                }
            }
            return true;
        }

        private void trainStep(BatchSource<T> source, int steps) throws IOException {
            long start = System.nanoTime();
            double rate = config.learningRate().at(state.steps(), steps, config.epochs(), state.history());
            Batch<T> batch = source.next();
            if (batch == null) {
                throw new IllegalStateException("a training source must not end");
            }
            TrainingStep.Outcome outcome = step.run(batch, rate, state.steps());
            if (!Double.isFinite(outcome.loss())) {
                throw new TrainingDivergedException(outcome.loss(), state.epoch() + 1, state.step() + 1);
            }
            state = state.afterStep(
                    outcome.loss(), outcome.correct(), outcome.judged(), batch.size(), System.nanoTime() - start, rate);
            listener.stepDone(new StepResult(
                    state.epoch() + 1,
                    config.epochs(),
                    state.step(),
                    steps,
                    state.meanLoss(),
                    state.accuracy(),
                    state.imagesPerSecond()));
        }

        /** @return false if it was stopped, and then nothing has changed */
        private boolean validateEpoch() throws IOException {
            listener.validating(state.epoch() + 1);
            if (!step.average().whileInPlace(this::validateAndKeepBest)) {
                return false;
            }
            save();
            listener.epochDone(state.history(), lastIsKept());
            return true;
        }

        private boolean validateAndKeepBest() throws IOException {
            long start = System.nanoTime();
            Optional<Validation> validation = validator.validate(stop);
            if (validation.isEmpty()) {
                return false;
            }
            state = state.afterEpoch(result(validation.get(), System.nanoTime() - start));
            if (lastIsKept()) {
                checkpoints.best().write(state, Checkpoints.weights(network));
            }
            return true;
        }

        private EpochResult result(Validation validation, long nanos) throws IOException {
            if (!Double.isFinite(validation.loss())) {
                throw new TrainingDivergedException(validation.loss(), state.epoch() + 1, state.step());
            }
            return new EpochResult(
                    state.epoch() + 1,
                    state.meanLoss(),
                    state.accuracy(),
                    validation.loss(),
                    validation.accuracy(),
                    state.lastRate(),
                    state.imagesPerSecond(),
                    Duration.ofNanos(state.nanos() + nanos));
        }

        private boolean lastIsKept() {
            return state.history().kept().map(EpochResult::epoch).orElse(0) == state.epoch();
        }

        private void save() throws IOException {
            checkpoints.last().write(state, step.tensors());
            savedAt = System.nanoTime();
        }
    }
}
