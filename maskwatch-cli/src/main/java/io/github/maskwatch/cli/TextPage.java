package io.github.maskwatch.cli;

import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** A page of text, at most 96 columns wide and plain ASCII, so that every terminal shows it. */
final class TextPage {
    private static final int COLUMNS = 96;
    private static final int NAME = 20;
    private static final int MOST_BROKEN = 10;

    private final PrintWriter out;
    private final Ansi ansi;

    TextPage(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void heading(String words) {
        out.println();
        // As an argument, because a user's path may hold what picocli takes for markup.
        out.println(ansi.enabled() ? "\u001b[1m" + words + "\u001b[0m" : words);
    }

    /** A figure with its name before it. */
    void row(String name, String value) {
        out.println(pad(name, NAME) + value);
    }

    void wrapped(String words) {
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (line.length() + word.length() + 1 > COLUMNS) {
                out.println(line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        out.println(line);
    }

    /** What could not be read; nothing where all could. */
    void broken(List<BrokenPhoto> broken) {
        if (broken.isEmpty()) {
            return;
        }
        heading("Files that could not be read: " + broken.size());
        broken.stream().limit(MOST_BROKEN).forEach(photo -> out.println(photo.photo() + ": " + photo.reason()));
        if (broken.size() > MOST_BROKEN) {
            out.println("and " + (broken.size() - MOST_BROKEN) + " more; --json and --output name them all");
        }
    }

    static String share(Interval share) {
        return Double.isNaN(share.value())
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%5.1f %% (%.1f-%.1f)",
                        100 * share.value(),
                        100 * share.low(),
                        100 * share.high());
    }

    static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%5.3f", value);
    }

    static String pad(String words, int width) {
        return words + " ".repeat(Math.max(1, width - words.length()));
    }

    static String right(String words, int width) {
        return " ".repeat(Math.max(1, width - words.length())) + words;
    }
}
