package io.github.maskwatch.training.scene.compose;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.augment.Augmentation;
import io.github.maskwatch.training.augment.AugmentationConfig;
import io.github.maskwatch.training.augment.AugmentationConfig.Geometry;
import io.github.maskwatch.training.batch.BatchTimes;
import io.github.maskwatch.training.batch.InputFormat;
import io.github.maskwatch.training.batch.Sample;
import io.github.maskwatch.training.batch.Samples;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.scene.AnnotatedImage;
import io.github.maskwatch.training.scene.Scene;
import io.github.maskwatch.training.scene.SceneAugmentation;
import io.github.maskwatch.training.scene.SceneTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/**
 * Scenes as samples for a detector: painted on, cut and scaled about a face of a random size or put together from four, mirrored, and
 * seen by a random camera in a random light. Thread-safe.
 *
 * <p>Scaling a face rather than a photo makes every size of face equally frequent (X. Tang and others, "PyramidBox", ECCV 2018: data-anchor
 * sampling; modified: sizes are drawn evenly over their logarithm).
 */
public final class SceneSamples implements Samples<SceneTarget> {
    /** Sizes of faces in a part of a mosaic, over those in a whole square. */
    private static final double MOSAIC_LARGEST = 0.5;

    private static final double LEAST_PART = 0.3;
    private static final int TRIES = 20;

    private final List<Scene> scenes;
    private final List<Scene> rare;
    private final SceneStore store;
    private final CompositionConfig config;
    private final InputFormat format;
    private final SceneAugmentation painting;
    private final SceneAugmentation turning;
    private final Augmentation light;
    private final LongAdder pictures = new LongAdder();
    private final LongAdder decodeNanos = new LongAdder();
    private final LongAdder augmentNanos = new LongAdder();
    private final SortedMap<Path, BrokenPhoto> broken = new ConcurrentSkipListMap<>();

    /**
     * @param format of the squares
     * @param painting done to each photo first, at its own size
     */
    public SceneSamples(
            List<Scene> scenes,
            SceneStore store,
            CompositionConfig config,
            InputFormat format,
            SceneAugmentation painting) {
        this.scenes = List.copyOf(scenes);
        this.rare = scenes.stream()
                .filter(scene -> scene.faces().stream()
                        .anyMatch(face -> !face.ignored() && face.state() == MaskState.WORN_INCORRECTLY))
                .toList();
        this.store = store;
        this.config = config;
        this.format = format;
        this.painting = painting;
        this.turning = new RandomTurn(config.turn());
        if (format.width() != format.height()) {
            throw new IllegalArgumentException("a detector is trained on squares, got " + format);
        }
        this.light = Augmentation.inOrder(List.of(
                new AugmentationConfig(Geometry.NONE, config.color(), config.damage()).toAugmentation(),
                new RandomLight(config.grey(), config.lowLight(), config.noise())));
    }

    @Override
    public int count() {
        return scenes.size();
    }

    @Override
    public InputFormat format() {
        return format;
    }

    @Override
    public Sample<SceneTarget> sample(int position, long seed) throws IOException {
        RandomGenerator random = new SplittableRandom(seed);
        boolean mosaic = random.nextDouble() < config.mosaic();
        boolean mirrored = random.nextBoolean();
        Canvas canvas = new Canvas(format.width());
        Scene first = random.nextDouble() < config.rare() ? another(random, true) : scenes.get(position);
        if (mosaic) {
            composeFour(canvas, first, random);
        } else {
            place(canvas, first, 0, 0, format.width(), format.width(), config.largest(), random);
        }
        long start = System.nanoTime();
        if (mirrored) {
            canvas.mirror();
        }
        Image picture = light.apply(canvas.image(), random);
        augmentNanos.add(System.nanoTime() - start);
        pictures.increment();
        return new Sample<>(picture, new SceneTarget(canvas.faces()));
    }

    private void composeFour(Canvas canvas, Scene first, RandomGenerator random) throws IOException {
        int side = format.width();
        int x = (int) (side * (LEAST_PART + (1 - 2 * LEAST_PART) * random.nextDouble()));
        int y = (int) (side * (LEAST_PART + (1 - 2 * LEAST_PART) * random.nextDouble()));
        double largest = config.largest() * MOSAIC_LARGEST;
        place(canvas, first, 0, 0, x, y, largest, random);
        place(canvas, another(random, false), x, 0, side - x, y, largest, random);
        place(canvas, another(random, false), 0, y, x, side - y, largest, random);
        place(canvas, another(random, false), x, y, side - x, side - y, largest, random);
    }

    private Scene another(RandomGenerator random, boolean mustBeRare) {
        boolean isRare = !rare.isEmpty() && (mustBeRare || random.nextDouble() < config.rare());
        List<Scene> from = isRare ? rare : scenes;
        return from.get(random.nextInt(from.size()));
    }

    private void place(
            Canvas canvas, Scene scene, int x, int y, int width, int height, double largest, RandomGenerator random)
            throws IOException {
        AnnotatedImage read = read(scene, random);
        long start = System.nanoTime();
        AnnotatedImage photo = turning.apply(painting.apply(read, random), random);
        canvas.put(photo, Cut.random(photo, width, height, config.smallest(), largest, random), x, y);
        augmentNanos.add(System.nanoTime() - start);
    }

    /** The scene, or another one if it cannot be read any more. */
    private AnnotatedImage read(Scene wanted, RandomGenerator random) throws IOException {
        long start = System.nanoTime();
        Scene scene = wanted;
        for (int i = 0; ; i++) {
            try {
                AnnotatedImage read = store.read(scene);
                decodeNanos.add(System.nanoTime() - start);
                return read;
            } catch (IOException e) {
                broken.putIfAbsent(scene.photo(), BrokenPhoto.of(scene.photo(), e));
                // The interrupt that ends this worker looks like a photo that cannot be read.
                if (i == TRIES || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                scene = another(random, false);
            }
        }
    }

    @Override
    public BatchTimes times(long waitNanos) {
        return new BatchTimes(pictures.sum(), decodeNanos.sum(), augmentNanos.sum(), waitNanos);
    }

    @Override
    public List<BrokenPhoto> broken() {
        return List.copyOf(broken.values());
    }
}
