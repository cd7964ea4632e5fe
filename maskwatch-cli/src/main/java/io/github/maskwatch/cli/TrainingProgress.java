package io.github.maskwatch.cli;

import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.StepResult;
import io.github.maskwatch.training.trainer.TrainingHistory;
import io.github.maskwatch.training.trainer.TrainingListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one sees of a training run: on a terminal a bar as Keras draws it, redrawn in place and never wider than the terminal;
 * elsewhere a line per epoch and one a minute in between.
 */
final class TrainingProgress implements TrainingListener {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final long LINE_NANOS = 60_000_000_000L;
    private static final int WIDEST_BAR = 30;
    private static final int NARROWEST_BAR = 5;

    private final PrintWriter out;
    private final boolean terminal;
    private final int width;
    private final LongSupplier nanoTime;
    private @Nullable StepResult last;
    private long drawnAt;
    private long firstStepAt;
    private int firstStep;

    /**
     * @param terminal whether the line can be redrawn
     * @param width of the terminal, columns
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    TrainingProgress(PrintWriter out, boolean terminal, int width, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.width = width;
        this.nanoTime = nanoTime;
    }

    @Override
    public void started(TrainingHistory history) {
        drawnAt = nanoTime.getAsLong();
        if (!history.epochs().isEmpty()) {
            out.println("Going on after epoch " + history.epochs().size() + ".");
        }
    }

    @Override
    public void stepDone(StepResult step) {
        long now = nanoTime.getAsLong();
        boolean newEpoch = last == null || last.epoch() != step.epoch();
        last = step;
        if (newEpoch) {
            firstStepAt = now;
            firstStep = step.step();
            if (terminal) {
                out.println("Epoch " + step.epoch() + "/" + step.epochs());
            }
        }
        if ((newEpoch && terminal) || now - drawnAt >= (terminal ? REDRAW_NANOS : LINE_NANOS)) {
            drawnAt = now;
            show(step);
        }
    }

    private void show(StepResult step) {
        String learned = "loss: %.4f - accuracy: %.4f".formatted(step.loss(), step.accuracy());
        String speed = "%.1f images/s - ".formatted(step.imagesPerSecond());
        if (terminal) {
            String left = left(step);
            redraw(step, left + speed + learned, left + learned);
        } else {
            out.println("epoch %d/%d, step %d/%d, %s%s%s"
                    .formatted(step.epoch(), step.epochs(), step.step(), step.steps(), left(step), speed, learned));
            out.flush();
        }
    }

    /** Of this epoch, by the speed since its first step that was seen here. */
    private String left(StepResult step) {
        if (step.step() == firstStep) {
            return "";
        }
        double perStep = (nanoTime.getAsLong() - firstStepAt) / 1e9 / (step.step() - firstStep);
        return time(perStep * (step.steps() - step.step())) + " left - ";
    }

    /** @param brief for a terminal too narrow for the figures */
    private void redraw(StepResult step, String figures, String brief) {
        out.print("\r" + line(step.step(), step.steps(), figures, brief) + "\033[K");
        out.flush();
    }

    /** The bar takes what the figures leave of the line; a line that is too long even without it is cut. */
    private String line(int step, int steps, String figures, String brief) {
        String count = ("%" + String.valueOf(steps).length() + "d/%d ").formatted(step, steps);
        boolean narrow = count.length() + NARROWEST_BAR + 1 + figures.length() >= width;
        String text = narrow ? brief : figures;
        int room = width - 2 - count.length() - text.length();
        String bar = room < NARROWEST_BAR ? "" : bar(step, steps, Math.min(WIDEST_BAR, room)) + " ";
        String whole = count + bar + text;
        return whole.substring(0, Math.min(whole.length(), width - 1));
    }

    private static String bar(int step, int steps, int length) {
        int done = (int) ((long) length * step / steps);
        return "━".repeat(done) + "╶".repeat(length - done);
    }

    @Override
    public void validating(int epoch) {
        if (terminal && last != null) {
            String learned = "loss: %.4f - accuracy: %.4f".formatted(last.loss(), last.accuracy());
            redraw(last, "validating - " + learned, "validating");
        }
    }

    @Override
    public void epochDone(TrainingHistory history, boolean kept) {
        EpochResult epoch = history.epochs().get(history.epochs().size() - 1);
        String figures = String.format(
                Locale.ROOT,
                "%s - %.1f images/s - loss: %.4f - accuracy: %.4f - val_loss: %.4f - val_accuracy: %.4f%s",
                time(epoch.duration()),
                epoch.imagesPerSecond(),
                epoch.trainLoss(),
                epoch.trainAccuracy(),
                epoch.validationLoss(),
                epoch.validationAccuracy(),
                kept ? " *" : "");
        if (terminal && last != null) {
            // The last word on the epoch stays: it may take two lines where it must.
            out.println("\r" + last.step() + "/" + last.steps() + " " + figures + "\033[K");
        } else {
            out.println("epoch %d%s, %s".formatted(epoch.epoch(), last == null ? "" : "/" + last.epochs(), figures));
        }
        out.flush();
        last = null;
    }

    /** Ends a half-drawn line, so that what is printed next begins on one of its own. */
    void endLine() {
        if (terminal && last != null) {
            out.println();
            out.flush();
        }
    }

    private static String time(Duration duration) {
        return time(duration.toMillis() / 1000.0);
    }

    static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + "s";
        }
        return whole < 3600
                ? "%d:%02d".formatted(whole / 60, whole % 60)
                : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
    }
}
