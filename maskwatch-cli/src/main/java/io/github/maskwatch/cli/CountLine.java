package io.github.maskwatch.cli;

import io.github.maskwatch.training.evaluation.Progress;
import java.io.PrintWriter;
import picocli.CommandLine;

/** "120 of 960 photos", on one line of a terminal, gone when all is done. */
record CountLine(PrintWriter errors, boolean terminal) implements Progress {

    static CountLine of(CommandLine commandLine) {
        return new CountLine(
                commandLine.getErr(), commandLine.getColorScheme().ansi().enabled());
    }

    @Override
    public void done(int photos, int ofPhotos) {
        if (terminal) {
            errors.printf("\r%d of %d photos", photos, ofPhotos);
            errors.flush();
        }
    }

    void clear() {
        if (terminal) {
            errors.print("\r" + " ".repeat(40) + "\r");
            errors.flush();
        }
    }
}
