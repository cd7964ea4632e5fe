package io.github.maskwatch.image;

/**
 * The triangle filter of {@link Resampling} along one axis: for each output pixel the first input pixel, how many, and their
 * fixed-point weights, which add up to exactly 1 << {@link #BITS}.
 */
final class Taps {
    static final int BITS = 14;

    /** Weights kept for each output pixel. */
    final int count;

    final int[] first;
    final int[] length;
    final int[] weights;

    private Taps(int count, int[] first, int[] length, int[] weights) {
        this.count = count;
        this.first = first;
        this.length = length;
        this.weights = weights;
    }

    Taps(int in, int out) {
        double scale = (double) in / out;
        double support = Math.max(scale, 1);
        count = (int) Math.ceil(support) * 2 + 1;
        first = new int[out];
        length = new int[out];
        weights = new int[out * count];
        double[] exact = new double[count];
        for (int o = 0; o < out; o++) {
            double center = (o + 0.5) * scale;
            int from = Math.max((int) (center - support + 0.5), 0);
            int to = Math.min((int) (center + support + 0.5), in);
            double sum = 0;
            for (int i = from; i < to; i++) {
                exact[i - from] = Math.max(0, 1 - Math.abs((i + 0.5 - center) / support));
                sum += exact[i - from];
            }
            first[o] = from;
            length[o] = to - from;
            int left = 1 << BITS;
            int largest = 0;
            for (int k = 0; k < length[o]; k++) {
                int weight = (int) Math.round(exact[k] / sum * (1 << BITS));
                weights[o * count + k] = weight;
                left -= weight;
                largest = exact[k] > exact[largest] ? k : largest;
            }
            // What rounding lost goes to the largest weight: a grey picture stays exactly as grey.
            weights[o * count + largest] += left;
        }
    }

    /**
     * The same filter with equally many taps, of which some may weigh nothing, for every output pixel: loops without a branch. At
     * least {@code least} of them, as far as there are so many input pixels.
     */
    Taps even(int in, int least) {
        int most = Math.min(least, in);
        for (int taps : length) {
            most = Math.max(most, taps);
        }
        int[] starts = new int[first.length];
        int[] lengths = new int[first.length];
        int[] evened = new int[first.length * most];
        for (int o = 0; o < first.length; o++) {
            starts[o] = Math.min(first[o], in - most);
            lengths[o] = most;
            System.arraycopy(weights, o * count, evened, o * most + first[o] - starts[o], length[o]);
        }
        return new Taps(most, starts, lengths, evened);
    }
}
