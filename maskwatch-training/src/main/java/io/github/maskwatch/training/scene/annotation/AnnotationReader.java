package io.github.maskwatch.training.scene.annotation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds out of which kind the annotations in a folder are. */
final class AnnotationReader {
    private AnnotationReader() {}

    static Annotations read(Path folder, List<String> classNames) throws IOException {
        SceneFiles files = SceneFiles.below(folder);
        List<CocoFile> coco = CocoFile.all(files);
        if (!coco.isEmpty()) {
            return new CocoSet(new Findings(files)).read(coco);
        }
        throw new IOException(folder + ": no annotations found in it; " + SceneFiles.WANTED);
    }
}
