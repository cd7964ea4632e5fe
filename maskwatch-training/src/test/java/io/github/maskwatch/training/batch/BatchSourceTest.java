package io.github.maskwatch.training.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.augment.Augmentation;
import io.github.maskwatch.training.augment.AugmentationConfig;
import io.github.maskwatch.training.dataset.Example;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchSourceTest {
    private static final InputFormat FORMAT = new InputFormat(12, 10, ColorMode.RGB);
    private static final int PHOTOS = 11;

    private final List<Example> examples = new ArrayList<>();

    @TempDir
    Path folder;

    /** Photo i is grey of 20 i, and every third one has no mask. */
    @BeforeEach
    void photos() throws IOException {
        for (int i = 0; i < PHOTOS; i++) {
            BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
            for (int p = 0; p < 256; p++) {
                image.setRGB(p % 16, p / 16, 0x010101 * (20 * i));
            }
            Path photo = folder.resolve(i + ".png");
            ImageIO.write(image, "png", photo.toFile());
            MaskState label = i % 3 == 0 ? MaskState.WITHOUT_MASK : MaskState.WITH_MASK;
            examples.add(new Example(photo, label, photo.toString()));
        }
    }

    private PhotoStore store(long cacheBytes) {
        return new PhotoStore(new PhotoReader(), FORMAT, cacheBytes);
    }

    private BatchSource<Example> training(int workers, int epoch, int batch) {
        return BatchSource.training(
                PhotoSamples.training(
                        examples, store(1 << 20), AugmentationConfig.robust().toAugmentation()),
                new BatchConfig(4, workers, workers + 1),
                42,
                epoch,
                batch);
    }

    private static Batch<Example> next(BatchSource<Example> source) throws IOException {
        return Objects.requireNonNull(source.next());
    }

    /** All that a batch says, as one comparable value. */
    private static List<Object> content(Batch<Example> batch) {
        float[] pixels = new float[batch.pixels().remaining()];
        batch.pixels().duplicate().get(pixels);
        List<Object> content = new ArrayList<>(List.of(batch.epoch(), batch.index(), batch.examples()));
        for (float pixel : pixels) {
            content.add(pixel);
        }
        return content;
    }

    private static List<Object> contents(BatchSource<Example> source, int batches) throws IOException {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            all.add(content(next(source)));
        }
        return all;
    }

    @Test
    void contentDoesNotDependOnThreads() throws IOException {
        try (BatchSource<Example> one = training(1, 0, 0);
                BatchSource<Example> four = training(4, 0, 0)) {
            assertThat(contents(four, 7)).isEqualTo(contents(one, 7));
        }
    }

    @Test
    void goesOnWhereItIsTold() throws IOException {
        try (BatchSource<Example> whole = training(2, 0, 0);
                BatchSource<Example> resumed = training(2, 1, 2)) {
            List<Object> all = contents(whole, 9);

            assertThat(contents(resumed, 4)).isEqualTo(all.subList(5, 9));
        }
    }

    @Test
    void everyEpochHasEveryPhotoOnceInAnotherOrder() throws IOException {
        try (BatchSource<Example> source = training(2, 0, 0)) {
            List<List<Example>> epochs = new ArrayList<>();
            for (int epoch = 0; epoch < 3; epoch++) {
                List<Example> seen = new ArrayList<>();
                for (int i = 0; i < source.batchesPerEpoch(); i++) {
                    Batch<Example> batch = next(source);
                    assertThat(batch.epoch()).isEqualTo(epoch);
                    assertThat(batch.index()).isEqualTo(i);
                    seen.addAll(batch.examples());
                }
                assertThat(seen).containsExactlyInAnyOrderElementsOf(examples);
                epochs.add(seen);
            }
            assertThat(new HashSet<>(epochs)).hasSize(3);
        }
    }

    @Test
    void inOrderGivesThePhotosAsTheyAreAndEnds() throws IOException {
        try (BatchSource<Example> source =
                BatchSource.inOrder(PhotoSamples.plain(examples, store(0)), BatchConfig.of(4))) {
            Batch<Example> first = next(source);
            assertThat(first.examples()).isEqualTo(examples.subList(0, 4));
            assertThat(first.pixels().limit()).isEqualTo(4 * FORMAT.floats());
            assertThat(first.pixels().get(2 * FORMAT.floats() + 17)).isEqualTo(40);
            assertThat(first.pixels().isDirect()).isTrue();
            assertThat(next(source).size()).isEqualTo(4);
            assertThat(next(source).size()).isEqualTo(3);
            assertThat(source.next()).isNull();
            assertThat(source.next()).isNull();
            assertThat(source.times().pictures()).isEqualTo(PHOTOS);
        }
    }

    @Test
    void channelsArePlanesInTheOrderRedGreenBlue() {
        float[] out = new float[6];
        Image image = Image.wrap(2, 1, new byte[] {1, 2, 3, 4, 5, (byte) 200});

        Tensors.write(image, ColorMode.RGB, out);
        assertThat(out).containsExactly(1, 4, 2, 5, 3, 200);
        Tensors.write(image, ColorMode.GREY, out);
        assertThat(out[1]).isEqualTo(0.299f * 4 + 0.587f * 5 + 0.114f * 200);
    }

    @Test
    void photoThatBreaksIsReplacedByTheNextOfItsClass() throws IOException {
        Files.writeString(folder.resolve("4.png"), "broken");
        try (BatchSource<Example> source = training(3, 0, 0)) {
            List<Example> seen = new ArrayList<>();
            for (int i = 0; i < source.batchesPerEpoch(); i++) {
                seen.addAll(next(source).examples());
            }
            List<Example> wanted = new ArrayList<>(examples);
            wanted.set(4, examples.get(5));
            assertThat(seen).containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(source.broken()).singleElement().asString().startsWith(folder.resolve("4.png") + ": is text");
        }
    }

    @Test
    void photoThatBreaksIsLeftOutOfValidation() throws IOException {
        for (int i = 4; i < 9; i++) {
            Files.delete(folder.resolve(i + ".png"));
        }
        try (BatchSource<Example> source =
                BatchSource.inOrder(PhotoSamples.plain(examples, store(0)), new BatchConfig(4, 2, 2))) {
            assertThat(next(source).examples()).isEqualTo(examples.subList(0, 4));
            assertThat(next(source).examples()).isEqualTo(examples.subList(9, 11));
            assertThat(source.next()).isNull();
            assertThat(source.broken()).hasSize(5);
        }
    }

    @Test
    void failsWhereNothingIsLeft() throws IOException {
        for (Example example : examples) {
            Files.delete(example.photo());
        }
        try (BatchSource<Example> source = training(2, 0, 0)) {
            assertThatThrownBy(source::next)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("can be read any more");
        }
    }

    @Test
    void passesAWorkersFailureOn() {
        Augmentation faulty = (image, random) -> {
            throw new ArithmeticException("in a worker");
        };
        try (BatchSource<Example> source = BatchSource.training(
                PhotoSamples.training(examples, store(0), faulty), new BatchConfig(4, 2, 2), 1, 0, 0)) {
            assertThatThrownBy(source::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("in a worker");
        }
    }

    @Test
    void workersEndWithTheSource() throws IOException {
        BatchSource<Example> source = training(3, 0, 0);
        next(source);
        String name = threads().iterator().next();
        source.close();
        source.close();

        assertThat(threads()).doesNotContain(name);
        assertThatThrownBy(source::next).hasMessage("this batch source is closed");
    }

    private static Set<String> threads() {
        Set<String> names = new HashSet<>();
        Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
        names.removeIf(name -> !name.startsWith("batch-"));
        return names;
    }

    @Test
    void keepsWhatFits() throws IOException {
        PhotoStore small = store(3L * FORMAT.width() * FORMAT.height() * 3);
        for (Example example : examples) {
            small.photo(example.photo());
        }
        assertThat(small.cachedBytes()).isEqualTo(3L * FORMAT.width() * FORMAT.height() * 3);
        assertThat(small.photo(examples.get(0).photo()))
                .isSameAs(small.photo(examples.get(0).photo()));
        assertThat(small.photo(examples.get(9).photo()))
                .isNotSameAs(small.photo(examples.get(9).photo()));
    }
}
