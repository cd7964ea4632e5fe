package io.github.maskwatch.training.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The history of a run, {@code metrics.csv}: one row per epoch, written when the epoch ends. A run that was killed and resumed goes
 * on in the same file: rows of the epochs that are trained again are replaced, and a last row that a crash cut off is dropped. One
 * thread at a time.
 */
final class MetricsFile {
    private static final String HEADER = "epoch,loss,accuracy,val_loss,val_accuracy,seconds,images_per_second";
    private static final int COLUMNS = 7;

    private final Path file;

    MetricsFile(Path file) {
        this.file = file;
    }

    /** The whole rows, by epoch; empty where there is no file yet. */
    List<EpochMetrics> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<EpochMetrics> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            parse(line).ifPresent(rows::add);
        }
        return List.copyOf(rows);
    }

    /** Adds the epoch; what the file has of this epoch and later ones goes away. */
    void append(EpochMetrics epoch) throws IOException {
        List<EpochMetrics> before = read();
        List<EpochMetrics> kept =
                before.stream().filter(row -> row.epoch() < epoch.epoch()).toList();
        // Without a line end, as a crash leaves it, the next row would run into the last one.
        if (before.isEmpty() || kept.size() < before.size() || !endsWithLineEnd()) {
            rewrite(kept);
        }
        Files.writeString(file, row(epoch) + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private boolean endsWithLineEnd() throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).endsWith("\n");
    }

    private void rewrite(List<EpochMetrics> rows) throws IOException {
        AtomicFile.write(file, temporary -> {
            try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                out.write(HEADER + "\n");
                for (EpochMetrics row : rows) {
                    out.write(row(row) + "\n");
                }
            }
        });
    }

    private static String row(EpochMetrics epoch) {
        return String.format(
                Locale.ROOT,
                "%d,%s,%s,%s,%s,%.2f,%.1f",
                epoch.epoch(),
                number(epoch.loss()),
                number(epoch.accuracy()),
                number(epoch.validationLoss()),
                number(epoch.validationAccuracy()),
                epoch.seconds(),
                epoch.imagesPerSecond());
    }

    /** An empty cell is the usual "not known" of spreadsheets and of pandas. */
    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
    }

    private static Optional<EpochMetrics> parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS || line.equals(HEADER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EpochMetrics(
                    Integer.parseInt(cells[0]),
                    value(cells[1]),
                    value(cells[2]),
                    value(cells[3]),
                    value(cells[4]),
                    value(cells[5]),
                    value(cells[6])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double value(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
