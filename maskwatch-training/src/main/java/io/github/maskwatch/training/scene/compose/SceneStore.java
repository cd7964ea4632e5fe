package io.github.maskwatch.training.scene.compose;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.scene.AnnotatedImage;
import io.github.maskwatch.training.scene.Scene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Scenes with their pixels, decoded on demand; large ones are reduced. What fits into memory is kept. Nothing is thrown out for
 * something newer: an epoch goes through all photos, and then the oldest would always be the next one needed. Thread-safe.
 */
public final class SceneStore {
    /** px; a longer side is reduced to this: enough to train and to judge at any size that a camera is watched at. */
    static final int LONGEST = 1024;

    private final PhotoReader reader;
    private final long cacheBytes;
    private final ConcurrentMap<Path, Image> cache = new ConcurrentHashMap<>();
    private final AtomicLong used = new AtomicLong();

    /** @param cacheBytes memory for decoded photos, 0 for none */
    public SceneStore(PhotoReader reader, long cacheBytes) {
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("cacheBytes must be at least 0, got " + cacheBytes);
        }
        this.reader = reader;
        this.cacheBytes = cacheBytes;
    }

    /** A store that keeps decoded photos in at most half of the JVM's memory. */
    public static SceneStore caching(PhotoReader reader) {
        return new SceneStore(reader, Runtime.getRuntime().maxMemory() / 2);
    }

    /** The scene's pixels and its faces in them. */
    public AnnotatedImage read(Scene scene) throws IOException {
        Image image = image(scene.photo());
        double factorX = (double) image.width() / scene.width();
        double factorY = (double) image.height() / scene.height();
        List<LabelledFace> faces = new ArrayList<>(scene.faces().size());
        for (LabelledFace face : scene.faces()) {
            faces.add(face.withBox(face.box().scale(factorX, factorY)));
        }
        return new AnnotatedImage(image, faces, scene.tellsIncorrect());
    }

    private Image image(Path photo) throws IOException {
        Image kept = cache.get(photo);
        return kept == null ? keep(photo, reduced(reader.read(photo))) : kept;
    }

    private static Image reduced(Image image) {
        double factor = (double) LONGEST / Math.max(image.width(), image.height());
        return factor >= 1
                ? image
                : image.resize((int) Math.max(1, Math.round(image.width() * factor)), (int)
                        Math.max(1, Math.round(image.height() * factor)));
    }

    private Image keep(Path photo, Image image) {
        int bytes = image.rgb().length;
        if (used.addAndGet(bytes) > cacheBytes || cache.putIfAbsent(photo, image) != null) {
            used.addAndGet(-bytes);
        }
        return image;
    }
}
