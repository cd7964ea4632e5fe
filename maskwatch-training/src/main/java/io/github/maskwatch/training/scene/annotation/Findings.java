package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.training.dataset.BrokenPhoto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what is read of a folder. */
final class Findings {
    private final SceneFiles files;
    private final BoxClasses classes = new BoxClasses();
    private final Map<Path, AnnotatedPhoto> photos = new HashMap<>();
    private final Map<Path, Path> annotationOf = new HashMap<>();
    private final List<BrokenPhoto> broken = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Findings(SceneFiles files) {
        this.files = files;
    }

    SceneFiles files() {
        return files;
    }

    BoxClasses classes() {
        return classes;
    }

    /** What is annotated twice cannot be used: who knows which of the two is right. */
    void add(AnnotatedPhoto photo, Path annotation) {
        Path earlier = annotationOf.putIfAbsent(photo.path(), annotation);
        if (earlier == null) {
            photos.put(photo.path(), photo);
        } else if (photos.remove(photo.path()) != null) {
            broken(
                    photo.path(),
                    earlier.equals(annotation)
                            ? "is annotated twice in " + files.name(annotation)
                            : "is annotated twice, in " + files.name(earlier) + " and in " + files.name(annotation));
        }
    }

    /** A photo or a file of annotations. */
    void broken(Path file, String reason) {
        annotationOf.putIfAbsent(file, file);
        broken.add(new BrokenPhoto(file, reason));
    }

    /** A photo that something else is said about. */
    void leaveOut(Path photo) {
        annotationOf.putIfAbsent(photo, photo);
    }

    void warn(String line) {
        warnings.add(line);
    }

    /** @throws IOException one line, if there are boxes of unknown classes */
    Annotations all(String kind) throws IOException {
        List<AnnotatedPhoto> sorted = photos.values().stream()
                .sorted(Comparator.comparing(AnnotatedPhoto::name))
                .toList();
        broken.sort(Comparator.comparing(BrokenPhoto::photo));
        List<Path> bare = files.photos().stream()
                .filter(photo -> !annotationOf.containsKey(photo))
                .sorted()
                .toList();
        if (!bare.isEmpty()) {
            warn("left out " + bare.size() + (bare.size() == 1 ? " photo" : " photos")
                    + " without annotations, such as " + files.name(bare.get(0)));
        }
        return new Annotations(kind, sorted, classes.known(files.root()), broken, warnings);
    }

    /** Such as "1 photo" and "1,200 photos". */
    static String number(long n, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
    }
}
