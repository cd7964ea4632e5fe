package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.training.dataset.BrokenPhoto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is read of a folder. */
final class Findings {
    private final SceneFiles files;
    private final BoxClasses classes = new BoxClasses();
    private final List<AnnotatedPhoto> photos = new ArrayList<>();
    private final Set<Path> taken = new HashSet<>();
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

    void add(AnnotatedPhoto photo) {
        if (taken.add(photo.path())) {
            photos.add(photo);
        } else {
            broken(photo.path(), "is annotated twice; only the first counts");
        }
    }

    void broken(Path file, String reason) {
        taken.add(file);
        broken.add(new BrokenPhoto(file, reason));
    }

    void warn(String line) {
        warnings.add(line);
    }

    /** @throws IOException one line, if there are boxes of unknown classes */
    Annotations all(String kind) throws IOException {
        photos.sort(Comparator.comparing(AnnotatedPhoto::name));
        broken.sort(Comparator.comparing(BrokenPhoto::photo));
        List<Path> bare = files.photos().stream()
                .filter(photo -> !taken.contains(photo))
                .sorted()
                .toList();
        if (!bare.isEmpty()) {
            warn("left out " + bare.size() + (bare.size() == 1 ? " photo" : " photos")
                    + " without annotations, such as " + files.name(bare.get(0)));
        }
        return new Annotations(kind, photos, classes.known(files.root()), broken, warnings);
    }
}
