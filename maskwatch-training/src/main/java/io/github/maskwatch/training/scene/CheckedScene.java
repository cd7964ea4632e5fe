package io.github.maskwatch.training.scene;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.dataset.DataHash;
import io.github.maskwatch.training.dataset.PerceptualHash;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.dataset.SplitPhoto;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A scene whose photo was opened once.
 *
 * @param name relative to the data set's folder, with {@code /} on every system
 * @param given the split that it came with
 * @param sha256 of the photo's bytes, hexadecimal
 * @param degenerate boxes that were left out, as nothing of them lies on the photo
 * @param scaled whether its annotations count another size
 */
record CheckedScene(
        Scene scene,
        String name,
        @Nullable Split given,
        String sha256,
        PerceptualHash look,
        int degenerate,
        boolean scaled) {

    SplitPhoto toSplit() {
        Map<MaskState, Integer> faces = new EnumMap<>(MaskState.class);
        scene.faces().stream()
                .filter(face -> !face.ignored())
                .forEach(face -> faces.merge(face.state(), 1, Integer::sum));
        return new SplitPhoto(name, faces, given, look);
    }

    CheckedScene given(@Nullable Split split) {
        return new CheckedScene(scene, name, split, sha256, look, degenerate, scaled);
    }

    /** Of several scenes, in this order. */
    static String hash(List<CheckedScene> scenes) {
        return DataHash.of(scenes.stream().map(CheckedScene::fingerprint));
    }

    /** All that the scene is, in one line. */
    private String fingerprint() {
        return name
                + '\0'
                + sha256
                + '\0'
                + scene.source()
                + '\0'
                + scene.tellsIncorrect()
                + '\0'
                + scene.faces().stream().map(CheckedScene::fingerprint).collect(Collectors.joining("\0"));
    }

    private static String fingerprint(LabelledFace face) {
        Box box = face.box();
        return face.state().id()
                + ' '
                + face.ignored()
                + ' '
                + box.x()
                + ' '
                + box.y()
                + ' '
                + box.width()
                + ' '
                + box.height();
    }
}
