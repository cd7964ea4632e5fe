package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What the annotations in a folder say; no photo was opened.
 *
 * @param kind for people, such as "COCO JSON"
 * @param photos sorted by name
 * @param classes those that boxes could have, whether or not any box has them
 * @param broken photos and annotations that cannot be used, sorted by path
 * @param warnings one line each
 */
public record Annotations(
        String kind,
        List<AnnotatedPhoto> photos,
        Set<MaskState> classes,
        List<BrokenPhoto> broken,
        List<String> warnings) {

    public Annotations {
        photos = List.copyOf(photos);
        classes = Set.copyOf(classes);
        broken = List.copyOf(broken);
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks through a folder, finds out of which kind the annotations are, and reads them all.
     *
     * @param classNames names of the classes of YOLO text, by number; empty to look for a file with them
     * @throws IOException one line, if there is no such folder, nothing annotated in it, or a class whose name is not known
     */
    public static Annotations read(Path folder, List<String> classNames) throws IOException {
        return AnnotationReader.read(folder, classNames);
    }
}
