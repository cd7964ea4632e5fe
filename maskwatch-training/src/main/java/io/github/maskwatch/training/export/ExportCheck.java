package io.github.maskwatch.training.export;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.batch.BatchConfig;
import io.github.maskwatch.training.batch.BatchSource;
import io.github.maskwatch.training.batch.PhotoSamples;
import io.github.maskwatch.training.batch.PhotoStore;
import io.github.maskwatch.training.dataset.Example;
import io.github.maskwatch.training.network.ClassicNetwork;
import io.github.maskwatch.training.network.Tensors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;

/**
 * Holds a written model against the network that it was written from, on the very same pixels.
 *
 * @param photos that both judged
 * @param largestDifference of any probability
 */
public record ExportCheck(int photos, double largestDifference) {
    /** More than float32 in another order of additions explains, and less than anybody could see. */
    public static final double TOLERANCE = 1e-4;

    private static final int MOST_PHOTOS = 200;

    /**
     * Compares on up to 200 of the photos, evenly spread.
     *
     * @throws ExportMismatchException if a probability differs by more than {@link #TOLERANCE}
     * @throws IOException if no photo can be read
     */
    public static ExportCheck run(
            ClassicNetwork network, MaskClassifier written, List<Example> examples, PhotoStore store)
            throws IOException {
        if (written.states().size() != network.config().classes()) {
            throw new ExportMismatchException(
                    "the written model tells " + written.states().size() + " classes apart, the trained network "
                            + network.config().classes());
        }
        int photos = 0;
        double largest = 0;
        try (BatchSource<Example> source =
                BatchSource.inOrder(PhotoSamples.plain(spread(examples), store), new BatchConfig(25, 1, 1))) {
            for (Batch<Example> batch = source.next(); batch != null; batch = source.next()) {
                largest = Math.max(largest, compare(network, written, batch, store));
                photos += batch.size();
            }
        }
        if (photos == 0) {
            throw new IOException("none of the validation photos can be read, so that the model cannot be checked");
        }
        return new ExportCheck(photos, largest);
    }

    private static List<Example> spread(List<Example> examples) {
        int count = Math.min(MOST_PHOTOS, examples.size());
        List<Example> chosen = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            chosen.add(examples.get((int) ((long) i * examples.size() / count)));
        }
        return chosen;
    }

    private static double compare(
            ClassicNetwork network, MaskClassifier written, Batch<Example> batch, PhotoStore store) throws IOException {
        List<Image> photos = new ArrayList<>(batch.size());
        for (Example example : batch.examples()) {
            photos.add(store.photo(example.photo()));
        }
        List<MaskPrediction> answers = written.classify(photos);
        float[] expected = probabilities(network, batch);
        List<MaskState> states = written.states();
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            int photo = i / states.size();
            double answer = answers.get(photo).probability(states.get(i % states.size()));
            double difference = Math.abs(answer - expected[i]);
            if (!(difference <= TOLERANCE)) {
                throw mismatch(batch.examples().get(photo), states.get(i % states.size()), expected[i], answer);
            }
            largest = Math.max(largest, difference);
        }
        return largest;
    }

    @SuppressWarnings("try") // the scope acts by being open
    private static float[] probabilities(ClassicNetwork network, Batch<Example> batch) {
        try (PointerScope scope = new PointerScope()) {
            return Tensors.toArray(network.probabilities(Tensors.over(batch.pixels(), batch.size(), network.input())));
        }
    }

    private static ExportMismatchException mismatch(Example example, MaskState state, double trained, double written) {
        return new ExportMismatchException(
                "the written model does not answer as the trained network: for %s the probability of %s is %.6f, not %.6f (allowed: %s)"
                        .formatted(example.photo(), state.id(), written, trained, TOLERANCE));
    }
}
