package io.github.maskwatch.training.trainer;

/** Why a run ended. */
public enum TrainingEnd {
    /** All epochs were trained. */
    DONE,
    /** The validation loss had not fallen for as many epochs as the run's patience. */
    STOPPED_EARLY,
    /** Somebody asked for it; the run can be resumed. */
    INTERRUPTED
}
