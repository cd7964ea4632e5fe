package io.github.maskwatch.training.trainer;

import java.io.IOException;
import java.util.List;

/** Several listeners as one. */
record Listeners(List<TrainingListener> listeners) implements TrainingListener {

    @Override
    public void started(TrainingHistory history) throws IOException {
        for (TrainingListener listener : listeners) {
            listener.started(history);
        }
    }

    @Override
    public void stepDone(StepResult step) throws IOException {
        for (TrainingListener listener : listeners) {
            listener.stepDone(step);
        }
    }

    @Override
    public void validating(int epoch) throws IOException {
        for (TrainingListener listener : listeners) {
            listener.validating(epoch);
        }
    }

    @Override
    public void epochDone(TrainingHistory history, boolean kept) throws IOException {
        for (TrainingListener listener : listeners) {
            listener.epochDone(history, kept);
        }
    }

    @Override
    public void ended(TrainingHistory history, TrainingEnd end) throws IOException {
        for (TrainingListener listener : listeners) {
            listener.ended(history, end);
        }
    }
}
