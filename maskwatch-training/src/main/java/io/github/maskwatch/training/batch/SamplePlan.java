package io.github.maskwatch.training.batch;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which example stands where in an epoch: a matter of seed and epoch alone. Immutable but for the order it last computed. */
final class SamplePlan {
    private final int examples;
    private final int batchSize;
    private final @Nullable Long shuffleSeed;
    private int[] order = {};
    private int orderedEpoch = -1;

    /** @param shuffleSeed null keeps the examples' own order */
    SamplePlan(int examples, int batchSize, @Nullable Long shuffleSeed) {
        this.examples = examples;
        this.batchSize = batchSize;
        this.shuffleSeed = shuffleSeed;
    }

    int batchesPerEpoch() {
        return (examples + batchSize - 1) / batchSize;
    }

    /** Positions in the list of examples, for one batch. */
    int[] batch(int epoch, int index) {
        int[] all = order(epoch);
        int from = index * batchSize;
        return Arrays.copyOfRange(all, from, Math.min(from + batchSize, examples));
    }

    /** The place within an epoch of a batch's {@code i}-th sample. */
    long position(int index, int i) {
        return (long) index * batchSize + i;
    }

    private int[] order(int epoch) {
        if (epoch != orderedEpoch) {
            order = IntStream.range(0, examples).toArray();
            if (shuffleSeed != null) {
                shuffle(order, new SplittableRandom(mix(shuffleSeed, epoch, -1)));
            }
            orderedEpoch = epoch;
        }
        return order;
    }

    /** R. Durstenfeld, "Algorithm 235: Random permutation", CACM 7, 1964. */
    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /**
     * A seed of its own for each sample. Two rounds of the finalizer of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast
     * splittable pseudorandom number generators", OOPSLA 2014), so that neighbours have nothing in common.
     */
    static long mix(long seed, long epoch, long position) {
        return finish(finish(finish(seed) + epoch) + position);
    }

    private static long finish(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
