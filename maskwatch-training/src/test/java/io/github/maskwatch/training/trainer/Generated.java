package io.github.maskwatch.training.trainer;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.batch.BatchSource;
import io.github.maskwatch.training.batch.BatchTimes;
import io.github.maskwatch.training.batch.ColorMode;
import io.github.maskwatch.training.batch.InputFormat;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Example;
import io.github.maskwatch.training.network.ClassicNetworkConfig;
import io.github.maskwatch.training.network.Initialization;
import io.github.maskwatch.training.network.Padding;
import io.github.maskwatch.training.network.Scaling;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Pictures of noise whose lower half is brighter where there is a mask: something that a small network learns in a second. */
final class Generated implements TrainingData<Example> {
    static final int SIDE = 16;
    private static final int BATCHES = 8;

    private final int batchSize;

    Generated(int batchSize) {
        this.batchSize = batchSize;
    }

    static ClassicNetworkConfig network() {
        return new ClassicNetworkConfig(
                new InputFormat(SIDE, SIDE, ColorMode.RGB),
                Scaling.MINUS_ONE_TO_ONE,
                6,
                3,
                2,
                8,
                3,
                2,
                Padding.SAME,
                0.3,
                12,
                2,
                Initialization.GLOROT);
    }

    @Override
    public BatchSource<Example> training(int epoch, int batch) {
        return new Source(epoch, batch, Integer.MAX_VALUE);
    }

    BatchSource<Example> validation() {
        return new Source(1_000_000, 0, BATCHES / 2);
    }

    Batch<Example> batch(int epoch, int index) {
        SplittableRandom random = new SplittableRandom(31L * epoch + index);
        FloatBuffer pixels = ByteBuffer.allocateDirect(batchSize * 3 * SIDE * SIDE * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < batchSize; i++) {
            MaskState label = random.nextBoolean() ? MaskState.WITH_MASK : MaskState.WITHOUT_MASK;
            examples.add(new Example(Path.of("none"), label, "none"));
            for (int p = 0; p < 3 * SIDE * SIDE; p++) {
                boolean bright = label == MaskState.WITH_MASK && p / SIDE % SIDE >= SIDE / 2;
                pixels.put(random.nextInt(bright ? 60 : 0, bright ? 256 : 196));
            }
        }
        return new Batch<>(epoch, index, examples, pixels.flip());
    }

    private final class Source implements BatchSource<Example> {
        private int epoch;
        private int index;
        private int left;

        Source(int epoch, int index, int left) {
            this.epoch = epoch;
            this.index = index;
            this.left = left;
        }

        @Override
        public @Nullable Batch<Example> next() {
            if (left-- == 0) {
                return null;
            }
            Batch<Example> batch = batch(epoch, index);
            index++;
            if (index == BATCHES) {
                index = 0;
                epoch++;
            }
            return batch;
        }

        @Override
        public int batchesPerEpoch() {
            return BATCHES;
        }

        @Override
        public BatchTimes times() {
            return new BatchTimes(0, 0, 0, 0);
        }

        @Override
        public List<BrokenPhoto> broken() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
