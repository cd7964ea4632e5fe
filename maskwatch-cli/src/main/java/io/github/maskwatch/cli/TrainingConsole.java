package io.github.maskwatch.cli;

import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.trainer.TrainingEnd;
import io.github.maskwatch.training.trainer.TrainingHistory;
import io.github.maskwatch.training.trainer.TrainingListener;
import io.github.maskwatch.training.trainer.TrainingOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What every training does towards its user: progress, stopping, a folder of its own. */
final class TrainingConsole {
    private final CommandSpec spec;

    TrainingConsole(CommandSpec spec) {
        this.spec = spec;
    }

    /** The part of a run that takes long. */
    @FunctionalInterface
    interface Trainable {
        TrainingOutcome train(TrainingListener listener, BooleanSupplier stop) throws IOException;
    }

    /**
     * Trains with a progress bar until it is done or a signal stops it.
     *
     * @param report told beside the progress bar
     * @return empty if it was stopped, and then all is said that there is to say
     */
    Optional<TrainingOutcome> train(Trainable run, TrainingListener report, Path folder) throws IOException {
        TrainingProgress progress = new TrainingProgress(out(), isTerminal(), width(), System::nanoTime);
        try (StopSignal stop =
                new StopSignal(spec.commandLine().getErr(), "Stopping after this step; everything is kept …")) {
            try {
                TrainingOutcome outcome = run.train(TrainingListener.all(progress, report), stop);
                progress.endLine();
                if (outcome.end() == TrainingEnd.INTERRUPTED) {
                    say("Stopped. Go on with: maskwatch train --resume %s", folder);
                    out().flush();
                    return Optional.empty();
                }
                if (outcome.end() == TrainingEnd.STOPPED_EARLY) {
                    say("Stopped early: the validation loss has not fallen any more.");
                }
                out().flush();
                return Optional.of(outcome);
            } catch (IOException e) {
                progress.endLine();
                if (stop.getAsBoolean()) {
                    // The JVM goes away as soon as the signal is closed: nobody else could say it any more.
                    FailureHandler.handle(e, spec.commandLine());
                    return Optional.empty();
                }
                throw e;
            }
        }
    }

    /** The next free one of runs/classify-1, runs/classify-2 and so on. */
    static Path nextFree(String task) {
        int number = 1;
        while (Files.exists(Path.of("runs", task + "-" + number))) {
            number++;
        }
        return Path.of("runs", task + "-" + number);
    }

    /** "Reading photos: 1,200 of 7,605", on a terminal, gone when all are read. */
    Dataset.Progress reading() {
        return new Reading();
    }

    private final class Reading implements Dataset.Progress {
        private static final int EVERY = 50;

        @Override
        public synchronized void done(int photos, int ofPhotos) {
            if (isTerminal() && (photos % EVERY == 0 || photos == ofPhotos)) {
                PrintWriter errors = spec.commandLine().getErr();
                errors.print(photos == ofPhotos ? "\r\033[K" : "\rReading photos: " + photos + " of " + ofPhotos);
                errors.flush();
            }
        }
    }

    TrainingTables tables() {
        return new TrainingTables(out(), spec.commandLine().getColorScheme().ansi());
    }

    /** The command as it was given. */
    String command() {
        return CommandText.of(spec.root());
    }

    void say(String format, Object... values) {
        out().println(String.format(Locale.ROOT, format, values));
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Whether lines can be redrawn: what picocli asks before it colours anything. */
    static boolean isTerminal() {
        return Ansi.AUTO.enabled();
    }

    private int width() {
        return spec.usageMessage().autoWidth(true).width();
    }

    /** What the epoch is called whose weights are in the model. */
    static String kept(TrainingHistory history) {
        return switch (history.keep()) {
            case BEST -> "Best";
            case LAST -> "Last";
        };
    }
}
