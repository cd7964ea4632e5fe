package io.github.maskwatch.training.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.maskwatch.mask.MaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A split as a file, so that a resumed run, or another one, uses the very same photos for the same purposes.
 *
 * @param format {@link #FORMAT}
 * @param dataHash of the photos, see {@link Dataset#hash()}
 * @param sentence what was done about the split
 * @param photos sorted by name
 */
record SplitManifest(String format, String dataHash, String sentence, List<Entry> photos) {
    static final String FORMAT = "maskwatch-split/1";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** A photo by its name relative to the folder. */
    record Entry(String name, MaskState label, Split split, String group) {}

    SplitManifest {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("format must be " + FORMAT + ", got " + format);
        }
        photos = List.copyOf(photos);
    }

    void write(Path file) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            JSON.writeValue(beside.toFile(), this);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    static SplitManifest read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(file), SplitManifest.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": is no split of photos (" + e.getOriginalMessage() + ")", e);
        }
    }
}
