package io.github.maskwatch.training.scene.annotation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out of which kind the annotations in a folder are. Where there are several, the one that says most is read. */
final class AnnotationReader {
    private AnnotationReader() {}

    static Annotations read(Path folder, List<String> classNames) throws IOException {
        SceneFiles files = SceneFiles.below(folder);
        List<CocoFile> coco = CocoFile.all(files);
        if (!coco.isEmpty()) {
            return new CocoSet(new Findings(files)).read(coco);
        }
        List<VocFile> voc = VocFile.all(files);
        if (voc.stream().anyMatch(file -> file.problem() == null)) {
            return new VocSet(new Findings(files)).read(voc);
        }
        Optional<YoloSet> yolo = YoloSet.find(files);
        if (yolo.isPresent()) {
            return yolo.get().read(classNames);
        }
        if (!voc.isEmpty()) {
            throw new IOException(folder + ": none of its " + Findings.number(voc.size(), ".xml file")
                    + " can be read, such as " + files.name(voc.get(0).file()) + ", which "
                    + voc.get(0).problem());
        }
        throw new IOException(folder + ": no annotations found in it, only "
                + Findings.number(files.photos().size(), "photo") + "; " + SceneFiles.WANTED);
    }
}
