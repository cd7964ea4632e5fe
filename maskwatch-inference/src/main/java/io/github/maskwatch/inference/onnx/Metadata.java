package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.inference.format.ModelFormatException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maskwatch's own entries in a model's metadata, and one line about each that is wrong.
 *
 * @param properties by their whole names
 * @param name what messages call the file
 */
record Metadata(Map<String, String> properties, String name) {
    static final String FORMAT = "maskwatch.format";

    /**
     * @param kind what is wanted, "classifier" or "detector"
     * @param format the one that is read here, such as {@code classifier/1}
     */
    void requireFormat(String kind, String format) throws ModelFormatException {
        String got = properties.get(FORMAT);
        if (got == null) {
            throw new ModelFormatException(
                    name + " is an ONNX model but not a " + kind + " of Maskwatch: its metadata has no " + FORMAT
                            + "; give the model.onnx of a training run, or the name of a bundled one");
        }
        if (!got.equals(format)) {
            throw new ModelFormatException(name + otherFormat(kind, format, got));
        }
    }

    private static String otherFormat(String kind, String format, String got) {
        if (got.startsWith(kind + "/")) {
            return " has the format " + got + ", this Maskwatch reads " + format + "; a newer Maskwatch reads it";
        }
        return switch (got.replaceAll("/.*", "")) {
            case "classifier" ->
                " is a classifier of single faces, wanted a detector of whole scenes; give the model.onnx of `maskwatch train --task detect`";
            case "detector" ->
                " is a detector of whole scenes, wanted a classifier of single faces; give the model.onnx of `maskwatch train`";
            default -> " has the format " + got + ", this Maskwatch reads " + format + " here";
        };
    }

    String text(String key) throws ModelFormatException {
        String text = properties.get("maskwatch." + key);
        if (text == null) {
            throw new ModelFormatException(name + " does not tell its maskwatch." + key + "; export it again");
        }
        return text;
    }

    /** Empty if not told. */
    String optional(String key) {
        return properties.getOrDefault("maskwatch." + key, "");
    }

    void requireText(String key, String wanted) throws ModelFormatException {
        String text = text(key);
        if (!text.equals(wanted)) {
            throw wrong(key, wanted, text);
        }
    }

    int whole(String key, int least, int most) throws ModelFormatException {
        String text = text(key);
        double value = parsed(text, least, most);
        if (value != Math.rint(value)) { // NaN as well
            throw wrong(key, least + " to " + most + " px", text);
        }
        return (int) value;
    }

    double number(String key, double least, double most) throws ModelFormatException {
        return numbers(key, 1, least, most)[0];
    }

    /** Numbers with commas between them. */
    double[] numbers(String key, int count, double least, double most) throws ModelFormatException {
        String text = text(key);
        String[] parts = text.split(",", -1);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = parts.length == count ? parsed(parts[i], least, most) : Double.NaN;
            if (Double.isNaN(numbers[i])) {
                String some = count == 1 ? "a number" : count + " numbers";
                throw wrong(key, some + " from " + least + " to " + most, text);
            }
        }
        return numbers;
    }

    /** NaN if it is no number, or out of range. */
    private static double parsed(String text, double least, double most) {
        try {
            double value = Double.parseDouble(text);
            return value >= least && value <= most ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    ModelFormatException wrong(String key, String wanted, @Nullable String got) {
        return new ModelFormatException(name + ": maskwatch." + key + " must be " + wanted + ", got " + got);
    }
}
