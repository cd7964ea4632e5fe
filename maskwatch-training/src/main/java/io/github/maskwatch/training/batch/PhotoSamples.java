package io.github.maskwatch.training.batch;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.training.augment.Augmentation;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Photos of single faces as samples: decodes, augments, and keeps count of time and of what was broken. Thread-safe. */
public final class PhotoSamples implements Samples<Example> {
    private final List<Example> examples;
    private final PhotoStore store;
    private final Augmentation augmentation;
    private final boolean replacing;
    private final LongAdder pictures = new LongAdder();
    private final LongAdder decodeNanos = new LongAdder();
    private final LongAdder augmentNanos = new LongAdder();
    private final SortedMap<Path, BrokenPhoto> broken = new ConcurrentSkipListMap<>();

    private PhotoSamples(List<Example> examples, PhotoStore store, Augmentation augmentation, boolean replacing) {
        this.examples = List.copyOf(examples);
        this.store = store;
        this.augmentation = augmentation;
        this.replacing = replacing;
    }

    /** Augmented; a photo that cannot be read any more is replaced by the next one of its class. */
    public static PhotoSamples training(List<Example> examples, PhotoStore store, Augmentation augmentation) {
        return new PhotoSamples(examples, store, augmentation, true);
    }

    /** As they are; a photo that cannot be read any more is left out. */
    public static PhotoSamples plain(List<Example> examples, PhotoStore store) {
        return new PhotoSamples(examples, store, Augmentation.none(), false);
    }

    @Override
    public int count() {
        return examples.size();
    }

    @Override
    public InputFormat format() {
        return store.format();
    }

    @Override
    public @Nullable Sample<Example> sample(int position, long seed) throws IOException {
        Example wanted = examples.get(position);
        IOException first = null;
        for (int step = 0; step < examples.size(); step++) {
            Example example = examples.get((position + step) % examples.size());
            if (example.label() == wanted.label()) {
                try {
                    return new Sample<>(make(example, seed), example);
                } catch (IOException e) {
                    first = first == null ? e : first;
                    if (Thread.currentThread().isInterrupted()) {
                        // The interrupt that ends this worker looks like a photo that cannot be read.
                        throw e;
                    }
                    if (!replacing) {
                        return null;
                    }
                }
            }
        }
        throw new IOException("no photo of " + wanted.label().id() + " can be read any more", first);
    }

    private Image make(Example example, long seed) throws IOException {
        long start = System.nanoTime();
        Image photo = read(example);
        long decoded = System.nanoTime();
        Image picture = augmentation.apply(photo, new SplittableRandom(seed));
        augmentNanos.add(System.nanoTime() - decoded);
        decodeNanos.add(decoded - start);
        pictures.increment();
        return requireSize(picture);
    }

    private Image read(Example example) throws IOException {
        try {
            return store.photo(example.photo());
        } catch (IOException e) {
            broken.putIfAbsent(example.photo(), BrokenPhoto.of(example.photo(), e));
            throw e;
        }
    }

    private Image requireSize(Image picture) {
        if (picture.width() != format().width() || picture.height() != format().height()) {
            throw new IllegalStateException("augmentation must give " + format().width() + " x " + format().height()
                    + " px, got " + picture.width() + " x " + picture.height());
        }
        return picture;
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
