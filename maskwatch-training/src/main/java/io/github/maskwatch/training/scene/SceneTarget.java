package io.github.maskwatch.training.scene;

import java.util.List;

/** The faces of one picture of a batch, in any order; empty where there are none. */
public record SceneTarget(List<TargetFace> faces) {
    public SceneTarget {
        faces = List.copyOf(faces);
    }
}
