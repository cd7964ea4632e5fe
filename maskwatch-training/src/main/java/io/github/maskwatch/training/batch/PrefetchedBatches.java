package io.github.maskwatch.training.batch;

import io.github.maskwatch.training.dataset.BrokenPhoto;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
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
final class PrefetchedBatches<T> implements BatchSource<T> {
    private static final AtomicInteger SOURCES = new AtomicInteger();

    private final SamplePlan plan;
    private final Samples<T> samples;
    private final long seed;
    private final boolean training;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ExecutorService workers;
    private final Queue<Future<Batch<T>>> underWay = new ArrayDeque<>();
    private final Queue<FloatBuffer> free = new ArrayDeque<>();
    private @Nullable Batch<T> lent;
    private int nextEpoch;
    private int nextIndex;
    private long waitNanos;

    /** @param training endless, shuffled, otherwise one pass in order */
    PrefetchedBatches(Samples<T> samples, BatchConfig config, long seed, boolean training, int epoch, int index) {
        if (samples.count() < 1) {
            throw new IllegalArgumentException("a batch source needs at least one example, got none");
        }
        this.plan = new SamplePlan(samples.count(), config.batchSize(), training ? seed : null);
        if (epoch < 0 || index < 0 || index >= plan.batchesPerEpoch()) {
            throw new IllegalArgumentException("start must be epoch 0 or later and batch 0.."
                    + (plan.batchesPerEpoch() - 1) + ", got epoch " + epoch + ", batch " + index);
        }
        this.samples = samples;
        this.seed = seed;
        this.training = training;
        this.nextEpoch = epoch;
        this.nextIndex = index;
        this.workers = Executors.newFixedThreadPool(config.workers(), threads());
        int capacity =
                Math.min(config.batchSize(), samples.count()) * samples.format().floats();
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

    private ThreadFactory threads() {
        int source = SOURCES.incrementAndGet();
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "batch-" + source + "-worker-" + count.incrementAndGet());
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        };
    }

    @Override
    public @Nullable Batch<T> next() throws IOException {
        if (workers.isShutdown()) {
            throw new IllegalStateException("this batch source is closed");
        }
        takeBack();
        while (true) {
            Future<Batch<T>> oldest = underWay.poll();
            if (oldest == null) {
                return null;
            }
            Batch<T> batch = await(oldest);
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

    private Batch<T> await(Future<Batch<T>> batch) throws IOException {
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

    private Batch<T> fill(int epoch, int index, int[] positions, FloatBuffer pixels) throws IOException {
        float[] picture = new float[samples.format().floats()];
        List<T> used = new ArrayList<>(positions.length);
        pixels.clear();
        for (int i = 0; i < positions.length; i++) {
            Sample<T> sample = samples.sample(positions[i], SamplePlan.mix(seed, epoch, plan.position(index, i)));
            if (sample != null) {
                Tensors.write(sample.picture(), samples.format().color(), picture);
                pixels.put(picture);
                used.add(sample.example());
            }
        }
        pixels.flip();
        return new Batch<>(epoch, index, used, pixels);
    }

    @Override
    public int batchesPerEpoch() {
        return plan.batchesPerEpoch();
    }

    @Override
    public BatchTimes times() {
        return samples.times(waitNanos);
    }

    @Override
    public List<BrokenPhoto> broken() {
        return samples.broken();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        underWay.clear();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("batch workers did not stop within 10 s");
            }
            // A pool calls itself terminated while its last thread is still on the way out.
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
