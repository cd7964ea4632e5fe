package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.training.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Pascal VOC's files say about the photos of a folder. */
final class VocSet {
    private final Findings findings;
    private final SceneFiles files;
    private final Map<String, List<Path>> photosByStem;
    /** By the folder of annotations. */
    private final Map<Path, VocImageSets> imageSets = new HashMap<>();

    private final List<VocFile> unlisted = new ArrayList<>();

    VocSet(Findings findings) {
        this.findings = findings;
        this.files = findings.files();
        this.photosByStem = SceneFiles.byStem(files.photos());
    }

    Annotations read(List<VocFile> vocs) throws IOException {
        for (VocFile voc : vocs) {
            annotation(voc);
        }
        if (!unlisted.isEmpty()) {
            findings.warn(
                    "left out " + Findings.number(unlisted.size(), "photo") + " that no list in ImageSets/Main names,"
                            + " such as that of " + files.name(unlisted.get(0).file()));
        }
        return findings.all("Pascal VOC");
    }

    private void annotation(VocFile voc) throws IOException {
        Path photo;
        try {
            photo = photo(voc);
        } catch (IOException e) {
            findings.broken(
                    voc.file(), voc.problem() == null ? "is an annotation, but " + e.getMessage() : voc.problem());
            return;
        }
        if (voc.problem() != null) {
            findings.broken(photo, "its annotation " + files.name(voc.file()) + " " + voc.problem());
            return;
        }
        VocImageSets sets = imageSets(files.folderOf(voc.file()));
        Optional<Split> split =
                sets.isEmpty() ? files.split(voc.file()).or(() -> files.split(photo)) : sets.split(voc.file());
        if (split.isEmpty() && !sets.isEmpty()) {
            unlisted.add(voc);
            findings.leaveOut(photo);
            return;
        }
        findings.add(annotated(photo, voc, split.orElse(null)), voc.file());
    }

    private AnnotatedPhoto annotated(Path photo, VocFile voc, @Nullable Split split) {
        List<LabelledFace> faces = new ArrayList<>(voc.objects().size());
        for (VocFile.VocObject object : voc.objects()) {
            findings.classes()
                    .of(object.name())
                    .ifPresent(state -> faces.add(new LabelledFace(object.box(), state, object.difficult())));
        }
        return new AnnotatedPhoto(
                photo, files.name(photo), split, null, false, AnnotatedPhoto.Units.PIXELS, voc.size(), faces);
    }

    /** The one of the same name; photos get renamed together with their annotations, which then still say the old name. */
    private Path photo(VocFile voc) throws IOException {
        List<Path> sameName = photosByStem.getOrDefault(SceneFiles.stemOf(voc.file()), List.of());
        Optional<Path> photo = files.nearest(voc.file(), sameName);
        if (photo.isPresent()) {
            return photo.get();
        }
        if (voc.photo().isEmpty()) {
            throw new IOException("there is no photo of this name");
        }
        return files.photo(voc.file(), voc.photo(), null);
    }

    private VocImageSets imageSets(Path folder) throws IOException {
        VocImageSets known = imageSets.get(folder);
        if (known == null) {
            known = VocImageSets.beside(folder, files);
            imageSets.put(folder, known);
        }
        return known;
    }
}
