package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.util.Arrays;
import java.util.List;

/** The picture at 8 x 8 px, too small for a mask's shape: the nearest neighbours by squared distance of all colour values vote. */
final class ThumbnailNeighbours implements Shortcut {
    /** Odd, so that there is no tie. */
    private static final int NEIGHBOURS = 5;

    @Override
    public String name() {
        return "8 x 8 thumbnail";
    }

    @Override
    public String method() {
        return "the picture at 8 x 8 px; " + NEIGHBOURS + " nearest neighbours";
    }

    @Override
    public List<MaskPrediction> say(List<Glimpse> learned, List<Glimpse> asked) {
        byte[][] known = learned.stream().map(ThumbnailNeighbours::pixels).toArray(byte[][]::new);
        return asked.parallelStream()
                .map(glimpse -> vote(nearest(known, pixels(glimpse)), learned))
                .toList();
    }

    private static byte[] pixels(Glimpse glimpse) {
        return glimpse.thumbnail().rgb();
    }

    private static MaskPrediction vote(int[] nearest, List<Glimpse> learned) {
        double with = Arrays.stream(nearest)
                .filter(i -> learned.get(i).example().label() == MaskState.WITH_MASK)
                .count();
        double share = with / nearest.length;
        return new MaskPrediction(share, 1 - share, 0);
    }

    /** Indices of the nearest; of equally near ones, the first. */
    private static int[] nearest(byte[][] known, byte[] pixels) {
        long[] best = new long[Math.min(NEIGHBOURS, known.length)];
        Arrays.fill(best, Long.MAX_VALUE);
        for (int i = 0; i < known.length; i++) {
            // Distance and index in one number: it sorts by both.
            long candidate = (long) distance(known[i], pixels) << 32 | i;
            for (int k = 0; k < best.length; k++) {
                long smaller = Math.min(best[k], candidate);
                candidate = Math.max(best[k], candidate);
                best[k] = smaller;
            }
        }
        return Arrays.stream(best).mapToInt(packed -> (int) packed).toArray();
    }

    private static int distance(byte[] a, byte[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            int difference = (a[i] & 0xff) - (b[i] & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
