package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.ClassNames;
import io.github.maskwatch.training.dataset.Split;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files below a folder, by their names; none is opened. Hidden ones (and what macOS leaves in archives) are nobody's. */
final class SceneFiles {
    static final String WANTED =
            "wanted: photos with boxes in COCO JSON (annotations.json and images/), Pascal VOC (an .xml"
                    + " per photo) or YOLO (a .txt per photo, and data.yaml or classes.txt)";

    private final Path root;
    /** Absolute and sorted. */
    private final List<Path> files;

    private final Set<Path> photos;
    private final Map<String, List<Path>> photosByName;

    private SceneFiles(Path root, List<Path> files) {
        this.root = root;
        this.files = files;
        List<Path> sorted = files.stream().filter(PhotoReader::isPhoto).toList();
        this.photos = new HashSet<>(sorted);
        this.photosByName = sorted.stream().collect(Collectors.groupingBy(photo -> plainNameOf(photo)));
    }

    /** @throws IOException one line, if it is no folder */
    static SceneFiles below(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new FileNotFoundException(folder + ": there is no such folder; " + WANTED);
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": is a file, not a folder; " + WANTED);
        }
        Path root = folder.toAbsolutePath().normalize();
        try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return new SceneFiles(
                    root,
                    all.filter(path -> isVisible(root, path))
                            .filter(path -> !Files.isDirectory(path))
                            .sorted()
                            .toList());
        } catch (UncheckedIOException e) {
            throw new IOException("cannot look through " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isVisible(Path root, Path path) {
        for (Path part : root.relativize(path)) {
            String name = part.toString();
            if (name.startsWith(".") || name.equals("__MACOSX")) {
                return false;
            }
        }
        return true;
    }

    /** Absolute. */
    Path root() {
        return root;
    }

    /** Those whose name ends so, whatever its case. */
    List<Path> ending(String extension) {
        return files.stream()
                .filter(file -> plainNameOf(file).endsWith(extension))
                .toList();
    }

    Set<Path> photos() {
        return photos;
    }

    /** Relative to the root, with {@code /} on every system. */
    String name(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /**
     * The photo that an annotation file names.
     *
     * @param beside the annotation file
     * @param name perhaps with folders in front
     * @param split that the annotations are for, which decides between photos of the same name
     * @throws IOException without the photo's name, if there is none or there are several
     */
    Path photo(Path beside, String name, @Nullable Split split) throws IOException {
        Path folder = Optional.ofNullable(beside.getParent()).orElse(root);
        String relative = name.replace('\\', '/');
        for (Path from : List.of(folder, folder.resolveSibling("images"), folder.resolve("images"), root)) {
            Path photo = from.resolve(relative).normalize();
            if (photos.contains(photo)) {
                return photo;
            }
        }
        String last = relative.substring(relative.lastIndexOf('/') + 1);
        return only(photosByName.getOrDefault(last.toLowerCase(Locale.ROOT), List.of()), split);
    }

    private Path only(List<Path> named, @Nullable Split split) throws IOException {
        List<Path> fitting = named.stream()
                .filter(photo -> split == null
                        || split(photo).filter(own -> own != split).isEmpty())
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw new IOException(
                fitting.isEmpty()
                        ? "is annotated, but there is no such photo"
                        : "is annotated, but there are " + fitting.size() + " photos of this name, such as "
                                + name(fitting.get(0)) + " and " + name(fitting.get(1)));
    }

    /** The split that one of the folders above this file, below the root, is named after. */
    Optional<Split> split(Path file) {
        List<Split> splits = new ArrayList<>();
        Path folder = root.relativize(file).getParent();
        if (folder != null) {
            folder.forEach(part -> splitOf(part.toString()).ifPresent(splits::add));
        }
        return splits.stream().findFirst();
    }

    /** Such as "train", "valid" or COCO's "val2017". */
    static Optional<Split> splitOf(String name) {
        return ClassNames.split(name.replaceAll("\\d+$", ""));
    }

    static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String plainNameOf(Path path) {
        return nameOf(path).toLowerCase(Locale.ROOT);
    }

    /** The name without its extension. */
    static String stemOf(Path path) {
        String name = nameOf(path);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
