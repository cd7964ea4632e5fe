package io.github.maskwatch.training.batch;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Example;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Batches made ahead by worker threads. The consumer's thread alone decides what is made next and into which buffer, and takes
 * the batches in that order; the workers only fill. So the order and the content of batches cannot depend on which worker is
 * faster, and what is under way is bounded by the number of buffers.
 */
final class PrefetchedBatches implements BatchSource {
    private static final AtomicInteger SOURCES = new AtomicInteger();

    private final List<Example> examples;
    private final SamplePlan plan;
    private final SampleMaker maker;
    private final long seed;
    private final boolean training;
    private final ExecutorService workers;
    private final Queue<Future<Batch>> underWay = new ArrayDeque<>();
    private final Queue<FloatBuffer> free = new ArrayDeque<>();
    private @Nullable Batch lent;
    private int nextEpoch;
    private int nextIndex;
    private long waitNanos;

    /** @param training endless, shuffled, broken photos replaced; otherwise one pass in order, broken photos left out */
    PrefetchedBatches(
            List<Example> examples,
            SampleMaker maker,
            BatchConfig config,
            long seed,
            boolean training,
            int epoch,
            int index) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("a batch source needs at least one example, got none");
        }
        this.examples = List.copyOf(examples);
        this.plan = new SamplePlan(examples.size(), config.batchSize(), training ? seed : null);
        if (epoch < 0 || index < 0 || index >= plan.batchesPerEpoch()) {
            throw new IllegalArgumentException("start must be epoch 0 or later and batch 0.."
                    + (plan.batchesPerEpoch() - 1) + ", got epoch " + epoch + ", batch " + index);
        }
        this.maker = maker;
        this.seed = seed;
        this.training = training;
        this.nextEpoch = epoch;
        this.nextIndex = index;
        this.workers = Executors.newFixedThreadPool(config.workers(), threads());
        int capacity =
                Math.min(config.batchSize(), examples.size()) * maker.format().floats();
        // One more than what is under way: the batch that the step is working on.
        for (int i = 0; i <= config.batchesAhead(); i++) {
            free.add(ByteBuffer.allocateDirect(capacity * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer());
        }
        for (int i = 0; i < config.batchesAhead(); i++) {
            submit();
        }
    }

    private static ThreadFactory threads() {
        int source = SOURCES.incrementAndGet();
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "batch-" + source + "-worker-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public @Nullable Batch next() throws IOException {
        if (workers.isShutdown()) {
            throw new IllegalStateException("this batch source is closed");
        }
        takeBack();
        while (true) {
            Future<Batch> oldest = underWay.poll();
            if (oldest == null) {
                return null;
            }
            Batch batch = await(oldest);
            lent = batch;
            submit();
            if (batch.size() > 0) {
                return batch;
            }
            takeBack();
        }
    }

    private void takeBack() {
        if (lent != null) {
            free.add(lent.pixels());
            lent = null;
        }
    }

    private Batch await(Future<Batch> batch) throws IOException {
        long start = System.nanoTime();
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a batch");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("a batch worker failed", e.getCause());
        } finally {
            waitNanos += System.nanoTime() - start;
        }
    }

    private void submit() {
        FloatBuffer pixels = free.poll();
        if (pixels == null || (!training && nextEpoch > 0)) {
            return;
        }
        int epoch = nextEpoch;
        int index = nextIndex;
        int[] positions = plan.batch(epoch, index);
        underWay.add(workers.submit(() -> fill(epoch, index, positions, pixels)));
        nextIndex++;
        if (nextIndex == plan.batchesPerEpoch()) {
            nextIndex = 0;
            nextEpoch++;
        }
    }

    private Batch fill(int epoch, int index, int[] positions, FloatBuffer pixels) throws IOException {
        float[] picture = new float[maker.format().floats()];
        List<Example> used = new ArrayList<>(positions.length);
        pixels.clear();
        for (int i = 0; i < positions.length; i++) {
            Sample sample = sample(positions[i], SamplePlan.mix(seed, epoch, plan.position(index, i)));
            if (sample != null) {
                Tensors.write(sample.picture, maker.format().color(), picture);
                pixels.put(picture);
                used.add(sample.example);
            }
        }
        pixels.flip();
        return new Batch(epoch, index, used, pixels);
    }

    private @Nullable Sample sample(int position, long sampleSeed) throws IOException {
        Example wanted = examples.get(position);
        IOException first = null;
        for (int step = 0; step < examples.size(); step++) {
            Example example = examples.get((position + step) % examples.size());
            if (example.label() == wanted.label()) {
                try {
                    return new Sample(example, maker.make(example, sampleSeed));
                } catch (IOException e) {
                    first = first == null ? e : first;
                    if (workers.isShutdown()) {
                        // The interrupt that ends this worker looks like a photo that cannot be read.
                        throw e;
                    }
                    if (!training) {
                        return null;
                    }
                }
            }
        }
        throw new IOException("no photo of " + wanted.label().id() + " can be read any more", first);
    }

    private record Sample(Example example, Image picture) {}

    @Override
    public int batchesPerEpoch() {
        return plan.batchesPerEpoch();
    }

    @Override
    public BatchTimes times() {
        return maker.times(waitNanos);
    }

    @Override
    public List<BrokenPhoto> broken() {
        return maker.broken();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        underWay.clear();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("batch workers did not stop within 10 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
