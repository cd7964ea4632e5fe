package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.ClassNames;
import io.github.maskwatch.training.dataset.Split;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

    boolean has(Path file) {
        return Collections.binarySearch(files, file) >= 0;
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
        String relative = name.replace('\\', '/');
        Path folder = folderOf(beside);
        for (Path from : List.of(folder, folder.resolveSibling("images"), folder.resolve("images"), root)) {
            Optional<Path> photo = below(from, relative).filter(photos::contains);
            if (photo.isPresent()) {
                return photo.get();
            }
        }
        String last = relative.substring(relative.lastIndexOf('/') + 1);
        List<Path> fitting = photosByName.getOrDefault(last.toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(photo -> split == null
                        || split(photo).filter(own -> own != split).isEmpty())
                .toList();
        return nearest(beside, fitting).orElseThrow(() -> new IOException("there is no such photo"));
    }

    /** A path that somebody wrote, perhaps on another system; empty where no file can have such a name. */
    static Optional<Path> below(Path folder, String relative) {
        try {
            return Optional.of(folder.resolve(relative).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The files whose names without extensions are the same, by these names. */
    static Map<String, List<Path>> byStem(Collection<Path> files) {
        return files.stream().collect(Collectors.groupingBy(SceneFiles::stemOf));
    }

    /**
     * The candidate whose folders have most in common with those of a file: {@code images/train} fits {@code labels/train} better
     * than {@code images/val} does.
     *
     * @throws IOException without the file's name, if there are several
     */
    Optional<Path> nearest(Path file, List<Path> candidates) throws IOException {
        if (candidates.size() < 2) {
            return candidates.stream().findFirst();
        }
        int most = candidates.stream()
                .mapToInt(candidate -> common(file, candidate))
                .max()
                .getAsInt();
        List<Path> nearest = candidates.stream()
                .filter(candidate -> common(file, candidate) == most)
                .toList();
        if (nearest.size() > 1) {
            throw new IOException("there are " + nearest.size() + " files that fit, such as " + name(nearest.get(0))
                    + " and " + name(nearest.get(1)));
        }
        return Optional.of(nearest.get(0));
    }

    /** Folders in common at the beginning and at the end of both paths. */
    private int common(Path file, Path other) {
        Path one = root.relativize(folderOf(file));
        Path two = root.relativize(folderOf(other));
        if (one.equals(two)) {
            return Integer.MAX_VALUE;
        }
        int shorter = Math.min(one.getNameCount(), two.getNameCount());
        int first = 0;
        while (first < shorter && one.getName(first).equals(two.getName(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first
                && one.getName(one.getNameCount() - 1 - last).equals(two.getName(two.getNameCount() - 1 - last))) {
            last++;
        }
        return first + last;
    }

    Path folderOf(Path file) {
        Path folder = file.getParent();
        return folder == null ? root : folder;
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
