package io.github.maskwatch.training.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A split as a file, so that a resumed run, or another one, uses the very same photos for the same purposes.
 *
 * @param format {@link #FACES} or {@link #SCENES}
 * @param dataHash of the photos, see {@link Dataset#hash()}
 * @param sentence what was done about the split
 * @param photos sorted by name
 */
public record SplitManifest(String format, String dataHash, String sentence, List<Entry> photos) {
    /** What the formats of all such files begin with. */
    private static final String OURS = "maskwatch-";

    /** Of photos of one face each. */
    public static final String FACES = "maskwatch-split/1";
    /** Of photos with boxes about the faces. */
    public static final String SCENES = "maskwatch-scene-split/1";

    /** What it is called in a run's folder. */
    public static final String FILE = "split.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * A photo by its name relative to the folder.
     *
     * @param label null in a scene, where each face has its own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(String name, @Nullable MaskState label, Split split, String group) {

        /** The file as the run had it. */
        PhotoFolder.LabelledFile of(PhotoFolder.LabelledFile file) {
            return new PhotoFolder.LabelledFile(file.path(), file.name(), face(), split);
        }

        /** The label, in a photo of one face. */
        MaskState face() {
            return Objects.requireNonNull(label);
        }
    }

    public SplitManifest {
        if (!FACES.equals(format) && !SCENES.equals(format)) {
            throw new IllegalArgumentException("format must be " + FACES + " or " + SCENES + ", got " + format);
        }
        photos = List.copyOf(photos);
        if (FACES.equals(format) && photos.stream().anyMatch(photo -> photo.label() == null)) {
            throw new IllegalArgumentException("each photo of one face must have a label");
        }
    }

    /** Beside its place first, so that the file is whole or not there. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, beside -> JSON.writeValue(beside.toFile(), this));
    }

    /**
     * Reads such a file.
     *
     * @param format that it has to have
     * @throws IOException one line, if it is no split, or one of another format
     */
    public static SplitManifest read(Path file, String format) throws IOException {
        SplitManifest manifest = parsed(file);
        if (!manifest.format().equals(format)) {
            throw new IOException(file + ": is a split of the format " + manifest.format() + ", wanted: " + format);
        }
        return manifest;
    }

    private static SplitManifest parsed(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(file), SplitManifest.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": is no split of photos (" + e.getOriginalMessage() + ")", e);
        }
    }

    /**
     * The split of the run in whose folder a model lies, so that it is not judged on what it has learned from.
     *
     * @return empty if there is none of this format beside it
     */
    public static Optional<SplitManifest> beside(Path model, String format) throws IOException {
        Path file = model.resolveSibling(FILE);
        if (!Files.isRegularFile(model) || !Files.isRegularFile(file) || !isOurs(file)) {
            return Optional.empty();
        }
        return Optional.of(parsed(file)).filter(split -> split.format().equals(format));
    }

    /** Others have files of that name, too; one of ours that is damaged is no other's. */
    private static boolean isOurs(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file))
                    .path("format")
                    .asText("")
                    .startsWith(OURS);
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    /**
     * What the split makes of the photos of a folder.
     *
     * @param photos those of the run, split as it did; or all of them as they were, if they are not the run's
     * @param remarks one line each
     */
    public record Applied<T>(List<T> photos, List<String> remarks) {
        public Applied {
            photos = List.copyOf(photos);
            remarks = List.copyOf(remarks);
        }
    }

    /** A hash over photos, made as {@link #dataHash} was. */
    @FunctionalInterface
    public interface Hashing<T> {
        String of(List<T> photos) throws IOException;
    }

    /**
     * Splits the photos of a folder as the run did, if they are those that it had.
     *
     * @param name of a photo, relative to the folder
     * @param split a photo as the run had it, from its entry
     */
    public <T> Applied<T> applyTo(
            List<T> all, Function<T, String> name, BiFunction<T, Entry, T> split, Hashing<T> hashing)
            throws IOException {
        Map<String, Entry> entries = photos.stream().collect(Collectors.toMap(Entry::name, entry -> entry));
        List<T> known = all.stream()
                .flatMap(photo ->
                        Stream.ofNullable(entries.get(name.apply(photo))).map(entry -> split.apply(photo, entry)))
                .toList();
        if (known.isEmpty()) {
            return new Applied<>(all, List.of());
        }
        if (!hashing.of(known).equals(dataHash)) {
            return new Applied<>(
                    all,
                    List.of("photos of the names of " + known.size()
                            + " of these were in the model's run, but not all as they are"
                            + " here: what it learned from is not left out"));
        }
        return new Applied<>(
                known,
                known.size() == all.size()
                        ? List.of()
                        : List.of("left out " + (all.size() - known.size())
                                + " that were not there when the model's run split them"));
    }

    /**
     * Compares the photos of a run that goes on with those that it began with.
     *
     * @param now their hash
     * @throws IOException one line, if they are not the same
     */
    public void requireSameData(Path root, String now) throws IOException {
        if (!now.equals(dataHash)) {
            throw new IOException(root + ": the photos are not those that the run began with (data hash "
                    + dataHash.substring(0, 12) + " then, " + now.substring(0, 12)
                    + " now); a resumed run needs the same, so put them back or start a new run");
        }
    }

    /** What is said of a photo that a run began with and that is not there any more. */
    public static IOException gone(Path photo) {
        return new IOException(
                photo + ": this photo of the run that is to go on is gone; put it back or start a new run");
    }
}
