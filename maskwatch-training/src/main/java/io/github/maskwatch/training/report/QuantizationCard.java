package io.github.maskwatch.training.report;

import io.github.maskwatch.metrics.detection.ClassScore;
import io.github.maskwatch.metrics.detection.FaceSize;
import io.github.maskwatch.training.calibration.JudgedDetector;
import io.github.maskwatch.training.file.AtomicFile;
import io.github.maskwatch.training.quantization.QuantizationConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What comes with a detector in eight bits: where it is from, and a table of both, before and after.
 *
 * @param name of the file
 * @param version of Maskwatch that wrote it
 * @param source what the model in float32 is called
 * @param sourceHash SHA-256 of that file, hexadecimal
 * @param command that made it
 * @param config the ranges' rule and the seed that drew the scenes that they were measured on
 * @param measuredOn how many of these there were
 * @param scenes what both were judged on, for people
 * @param calibration how sure it may sound and when it calls a state, in a sentence
 * @param before the model in float32
 * @param after the one in eight bits
 */
public record QuantizationCard(
        String name,
        String version,
        String source,
        String sourceHash,
        String command,
        QuantizationConfig config,
        int measuredOn,
        String scenes,
        String calibration,
        Column before,
        Column after) {

    /**
     * One of the two.
     *
     * @param bytes of its file
     * @param cpuMillis processor time of a frame of 640 x 480 px, median; NaN if not measured
     */
    public record Column(JudgedDetector judged, int bytes, double cpuMillis) {}

    /** A line of the table. */
    public record Row(String title, String before, String after) {

        /** For a terminal. */
        public String text() {
            return String.format(Locale.ROOT, "%-28s %22s %22s", title, before, after);
        }
    }

    /** Where the card of a model file belongs. */
    public static Path beside(Path model) {
        return model.resolveSibling(String.valueOf(model.getFileName()).replaceAll("\\.[^.]*$", "") + ".md");
    }

    /** Writes the model, and the card beside it; each whole or not at all. */
    public void write(Path model, byte[] bytes) throws IOException {
        AtomicFile.write(model, temporary -> Files.write(temporary, bytes));
        AtomicFile.write(beside(model), markdown());
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "# " + name,
                "",
                "## INT8",
                "",
                "Made by Maskwatch %s from `%s` (SHA-256 `%s`), without training:"
                        .formatted(version, source, sourceHash),
                "",
                "```",
                command,
                "```",
                "",
                ("The picture, the weights and the maps between convolutions have eight bits; the last convolution of each branch is left"
                                + " in float32. Ranges (%s) were measured on %d training scenes, seed %d. Thresholds and temperatures"
                                + " were chosen, and both models judged, on %s.")
                        .formatted(config.ranges().id(), measuredOn, config.seed(), scenes),
                "");
        List<Row> rows = rows();
        row(text, rows.get(0));
        line(text, "| --- | --- | --- |");
        rows.subList(1, rows.size()).forEach(row -> row(text, row));
        line(text, "", calibration);
        return text.toString();
    }

    private static void line(StringBuilder text, String... lines) {
        for (String line : lines) {
            text.append(line).append('\n');
        }
    }

    private static void row(StringBuilder text, Row row) {
        line(text, "| " + row.title() + " | " + row.before() + " | " + row.after() + " |");
    }

    /** The table, its head first. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(
                new Row("", "float32", "int8"),
                new Row("mAP50, two classes", decimal(before.judged.two()), decimal(after.judged.two())),
                new Row("with / without", classes(before), classes(after)),
                new Row("mAP50, three classes", decimal(before.judged.three()), decimal(after.judged.three())),
                new Row("AP50, faces", faces(before), faces(after)),
                new Row("found and right", right(before), right(after)),
                new Row("small / medium / large", sizes(before), sizes(after)),
                new Row("MB", megabytes(before), megabytes(after))));
        if (!Double.isNaN(before.cpuMillis)) {
            rows.add(new Row("CPU ms, 640 x 480", millis(before.cpuMillis), millis(after.cpuMillis)));
            rows.add(new Row("ratio", millis(1), millis(after.cpuMillis / before.cpuMillis)));
        }
        return List.copyOf(rows);
    }

    private static String decimal(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String joined(List<Double> values) {
        return values.stream().map(QuantizationCard::decimal).collect(Collectors.joining(" / "));
    }

    private static String classes(Column column) {
        return joined(column.judged.scores().twoClasses().classes().stream()
                .map(ClassScore::ap50)
                .toList());
    }

    private static String faces(Column column) {
        return decimal(column.judged.scores().faces().map50());
    }

    private static String right(Column column) {
        return decimal(column.judged.work().foundAndRight().value());
    }

    private static String sizes(Column column) {
        return joined(Arrays.stream(FaceSize.values())
                .map(size -> column.judged.work().ofSize(size).foundAndRight().value())
                .toList());
    }

    private static String megabytes(Column column) {
        return millis(column.bytes / 1e6);
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
