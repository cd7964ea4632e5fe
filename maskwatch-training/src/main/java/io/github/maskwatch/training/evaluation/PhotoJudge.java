package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Shows labelled photos to a classifier. Photos are decoded on all cores, one small batch at a time, so that any number of them
 * fits the memory; the classifier is asked from the calling thread alone.
 */
public final class PhotoJudge {
    private static final int BATCH = 32;

    private final PhotoReader reader;

    public PhotoJudge(PhotoReader reader) {
        this.reader = reader;
    }

    /**
     * What came of the photos.
     *
     * @param photos in the order of the examples
     * @param broken those that could not be read, in the same order
     */
    public record Judged(List<JudgedPhoto> photos, List<BrokenPhoto> broken) {
        public Judged {
            photos = List.copyOf(photos);
            broken = List.copyOf(broken);
        }
    }

    /** Asks the classifier about each photo that can be read. */
    public Judged judge(List<Example> examples, MaskClassifier classifier, Progress progress) {
        List<JudgedPhoto> photos = new ArrayList<>();
        List<BrokenPhoto> broken = new ArrayList<>();
        for (int from = 0; from < examples.size(); from += BATCH) {
            List<Example> batch = examples.subList(from, Math.min(examples.size(), from + BATCH));
            photos.addAll(classify(open(batch, broken), classifier));
            progress.done(from + batch.size(), examples.size());
        }
        return new Judged(photos, broken);
    }

    /** What the baselines learn from; unreadable photos are passed over. */
    List<Glimpse> glimpse(List<Example> examples) {
        return examples.parallelStream()
                .map(example -> OpenPhoto.read(example, reader).glimpse())
                .filter(Objects::nonNull)
                .toList();
    }

    private List<OpenPhoto> open(List<Example> batch, List<BrokenPhoto> broken) {
        List<OpenPhoto> all = batch.parallelStream()
                .map(example -> OpenPhoto.read(example, reader))
                .toList();
        all.stream().map(OpenPhoto::broken).filter(Objects::nonNull).forEach(broken::add);
        return all.stream().filter(photo -> photo.broken() == null).toList();
    }

    private static List<JudgedPhoto> classify(List<OpenPhoto> batch, MaskClassifier classifier) {
        List<Image> pictures = batch.stream()
                .map(photo -> Objects.requireNonNull(photo.picture()))
                .toList();
        List<MaskPrediction> predictions = classifier.classify(pictures);
        List<JudgedPhoto> judged = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            judged.add(new JudgedPhoto(Objects.requireNonNull(batch.get(i).glimpse()), predictions.get(i)));
        }
        return judged;
    }
}
