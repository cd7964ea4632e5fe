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

/** Photo to picture: decodes, augments, and keeps count of time and of what was broken. Thread-safe. */
final class SampleMaker {
    private final PhotoStore store;
    private final Augmentation augmentation;
    private final LongAdder pictures = new LongAdder();
    private final LongAdder decodeNanos = new LongAdder();
    private final LongAdder augmentNanos = new LongAdder();
    private final SortedMap<Path, BrokenPhoto> broken = new ConcurrentSkipListMap<>();

    SampleMaker(PhotoStore store, Augmentation augmentation) {
        this.store = store;
        this.augmentation = augmentation;
    }

    InputFormat format() {
        return store.format();
    }

    /** The picture of one sample; all that chance decides in it comes from its seed. */
    Image make(Example example, long seed) throws IOException {
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

    BatchTimes times(long waitNanos) {
        return new BatchTimes(pictures.sum(), decodeNanos.sum(), augmentNanos.sum(), waitNanos);
    }

    List<BrokenPhoto> broken() {
        return List.copyOf(broken.values());
    }
}
