package io.github.maskwatch.training.dataset;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a folder of labelled photos: a folder per class, or {@code train}, {@code val} and {@code test} with a folder per
 * class in each. Only names are read here, no photo is opened.
 *
 * @param files sorted by name, so that nothing depends on the file system's order
 * @param warnings one line each
 */
public record PhotoFolder(Path root, List<LabelledFile> files, List<String> warnings) {
    private static final String WANTED =
            "wanted: with_mask/, without_mask/ and, if there are any, mask_worn_incorrectly/ with photos inside, or these"
                    + " inside train/, val/ and test/";

    /**
     * A photo by its name.
     *
     * @param name relative to the root, with {@code /} between folders on every system
     * @param split null where the folder has no split of its own
     */
    public record LabelledFile(
            Path path,
            String name,
            MaskState label,
            @Nullable Split split) {}

    public PhotoFolder {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks through the folder.
     *
     * @throws IOException one line, if there is no such folder or no photo of a known class in it
     */
    public static PhotoFolder read(Path root) throws IOException {
        if (!Files.exists(root)) {
            throw new FileNotFoundException(root + ": there is no such folder; " + WANTED);
        }
        if (!Files.isDirectory(root)) {
            throw new IOException(root + ": is a file, not a folder; " + WANTED);
        }
        Scan scan = new Scan(root);
        scan.root();
        if (scan.files.isEmpty()) {
            throw new IOException(root + ": " + scan.nothingFound() + "; " + WANTED);
        }
        scan.files.sort(Comparator.comparing(LabelledFile::name));
        return new PhotoFolder(root, scan.files, scan.warnings);
    }

    /** Whether photos lie in train, val and test. */
    public boolean hasSplit() {
        return files.stream().anyMatch(file -> file.split() != null);
    }

    /**
     * With the split of a run in place of none, if these are the photos that the run had, which are read for that.
     *
     * @param run null: as they are
     */
    public PhotoFolder splitAs(@Nullable SplitManifest run, PhotoReader reader, Dataset.Progress progress)
            throws IOException {
        if (run == null || hasSplit()) {
            return this;
        }
        SplitManifest.Applied<LabelledFile> applied = run.applyTo(
                files,
                LabelledFile::name,
                (file, entry) -> entry.of(file),
                known -> CheckedPhoto.dataHash(
                        CheckedPhoto.hash(known, reader, progress).photos()));
        return new PhotoFolder(
                root,
                applied.photos(),
                Stream.concat(warnings.stream(), applied.remarks().stream()).toList());
    }

    private static final class Scan {
        private final Path root;
        private final List<LabelledFile> files = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final List<String> folders = new ArrayList<>();

        Scan(Path root) {
            this.root = root;
        }

        void root() throws IOException {
            List<Path> inside = folders(root);
            boolean split =
                    inside.stream().anyMatch(f -> ClassNames.split(nameOf(f)).isPresent());
            for (Path folder : inside) {
                folders.add(nameOf(folder) + "/");
                if (split) {
                    splitFolder(folder);
                } else {
                    classFolder(folder, null);
                }
            }
        }

        private void splitFolder(Path folder) throws IOException {
            Optional<Split> split = ClassNames.split(nameOf(folder));
            if (split.isEmpty()) {
                leaveOut(folder, "is neither train, val nor test");
                return;
            }
            for (Path inside : folders(folder)) {
                classFolder(inside, split.get());
            }
        }

        private void classFolder(Path folder, @Nullable Split split) throws IOException {
            Optional<MaskState> state = ClassNames.state(nameOf(folder));
            if (state.isEmpty()) {
                leaveOut(folder, "is no class that is known");
                return;
            }
            for (Path photo : photos(folder)) {
                files.add(new LabelledFile(photo, relative(photo), state.get(), split));
            }
            List<Path> phones = files(folder, PhotoFolder::isPhonesOwn);
            if (!phones.isEmpty()) {
                warnings.add("left out " + phones.size() + " HEIC or AVIF photos in " + relative(folder) + "/, such as "
                        + nameOf(phones.get(0)) + ": they cannot be read here, save them as JPEG");
            }
        }

        private void leaveOut(Path folder, String why) throws IOException {
            int photos = photos(folder).size();
            if (photos > 0) {
                warnings.add("left out " + relative(folder) + "/ with " + photos + (photos == 1 ? " photo" : " photos")
                        + ": it " + why + "; " + WANTED);
            }
        }

        String nothingFound() {
            return folders.isEmpty()
                    ? "there are no folders with photos in it"
                    : "no photos of a known class in it, only "
                            + folders.stream().limit(10).collect(Collectors.joining(", "));
        }

        private String relative(Path path) {
            return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Hidden ones (and what macOS leaves in archives) are nobody's photos. */
    private static boolean visible(Path path) {
        return !nameOf(path).startsWith(".") && !nameOf(path).equals("__MACOSX");
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .filter(PhotoFolder::visible)
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> photos(Path folder) throws IOException {
        return files(folder, PhotoReader::isPhoto);
    }

    private static boolean isPhonesOwn(Path file) {
        String name = nameOf(file).toLowerCase(Locale.ROOT);
        return Stream.of(".heic", ".heif", ".avif").anyMatch(name::endsWith);
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(PhotoFolder::visible)
                    .filter(wanted)
                    .filter(path -> !Files.isDirectory(path))
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException("cannot look through " + folder + ": " + e.getMessage(), e);
        }
    }
}
