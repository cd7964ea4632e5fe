package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The boxes of one photo, from a line each: {@code class centerX centerY width height}, perhaps with a confidence behind, or
 * {@code class x1 y1 x2 y2 x3 y3 …}, the outline that exports of segmentation have. In sets with landmarks these stand behind the box.
 *
 * @param faces in shares of the photo's sides
 */
record YoloLabels(List<LabelledFace> faces) {
    /** Beyond that a number is no share of a side, not even one of a box that hangs over the edge. */
    private static final double MOST = 2;

    YoloLabels {
        faces = List.copyOf(faces);
    }

    /**
     * @param withLandmarks numbers of a line with landmarks; empty if longer lines are outlines
     * @throws IOException without the file's name, if a line is none of these
     */
    static YoloLabels read(Path file, List<String> names, OptionalInt withLandmarks, BoxClasses classes)
            throws IOException {
        List<LabelledFace> faces = new ArrayList<>();
        List<String> lines = TextLines.of(file);
        for (String line : lines) {
            double[] numbers = numbers(line, withLandmarks);
            boolean isBox = numbers.length <= YoloLandmarks.BOX + 1 || withLandmarks.isPresent();
            Box box = isBox ? box(numbers) : around(numbers);
            Optional<MaskState> state = classes.of(name(numbers[0], names));
            state.ifPresent(known -> faces.add(new LabelledFace(box, known)));
        }
        return new YoloLabels(faces);
    }

    /** Tells what the long lines of a file have to say about landmarks; those that are no numbers, and a file that cannot be read, nothing. */
    static void vote(Path file, YoloLandmarks landmarks) {
        try {
            for (String line : TextLines.of(file)) {
                vote(line, landmarks);
            }
        } catch (IOException e) {
            // Said when the boxes are read, of this photo alone.
        }
    }

    private static void vote(String line, YoloLandmarks landmarks) {
        try {
            landmarks.add(parsed(line));
        } catch (NumberFormatException e) {
            // Said when the line is read.
        }
    }

    private static double[] parsed(String line) {
        return Arrays.stream(line.split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double[] numbers(String line, OptionalInt withLandmarks) throws IOException {
        try {
            double[] numbers = parsed(line);
            if (isLength(numbers.length, withLandmarks)
                    && Arrays.stream(numbers).allMatch(Double::isFinite)) {
                return shares(numbers, line);
            }
        } catch (NumberFormatException e) {
            throw new IOException(wrong(line, withLandmarks), e);
        }
        throw new IOException(wrong(line, withLandmarks));
    }

    private static boolean isLength(int numbers, OptionalInt withLandmarks) {
        if (numbers <= YoloLandmarks.BOX + 1) {
            return numbers >= YoloLandmarks.BOX;
        }
        return withLandmarks.isPresent() ? numbers == withLandmarks.getAsInt() : numbers % 2 == 1;
    }

    private static double[] shares(double[] numbers, String line) throws IOException {
        if (Arrays.stream(numbers).skip(1).anyMatch(share -> Math.abs(share) > MOST)) {
            throw new IOException("has the line \"" + shortened(line)
                    + "\", which seems to count pixels; wanted: shares of" + " the photo's sides, 0 to 1");
        }
        return numbers;
    }

    private static String wrong(String line, OptionalInt withLandmarks) {
        return "has the line \"" + shortened(line) + "\"; wanted: class centerX centerY width height"
                + (withLandmarks.isPresent()
                        ? ", and " + (withLandmarks.getAsInt() - YoloLandmarks.BOX) + " numbers of landmarks"
                        : "");
    }

    private static String shortened(String line) {
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }

    private static String name(double number, List<String> names) throws IOException {
        if (number < 0 || number >= names.size() || number != Math.rint(number)) {
            throw new IOException(
                    "has a box of class " + (number == Math.rint(number) ? Long.toString((long) number) : number)
                            + ", but the classes are 0 to " + (names.size() - 1) + ", " + String.join(", ", names));
        }
        return names.get((int) number);
    }

    private static Box box(double[] numbers) throws BadAnnotation {
        double width = numbers[3];
        double height = numbers[4];
        return Boxes.of(numbers[1] - width / 2, numbers[2] - height / 2, width, height);
    }

    private static Box around(double[] outline) throws BadAnnotation {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < outline.length; i += 2) {
            left = Math.min(left, outline[i]);
            right = Math.max(right, outline[i]);
            top = Math.min(top, outline[i + 1]);
            bottom = Math.max(bottom, outline[i + 1]);
        }
        return Boxes.of(left, top, right - left, bottom - top);
    }
}
