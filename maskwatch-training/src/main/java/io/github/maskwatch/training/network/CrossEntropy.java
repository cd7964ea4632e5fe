package io.github.maskwatch.training.network;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.dataset.Example;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Softmax cross-entropy of logits [batch, classes]: {@code -Σ w(c) t(c) log softmax(z)(c) / Σ w(y)}, where y is the right class, c runs over all, and the target {@code t} is 1 - ε
 * for the right class plus ε / classes for each (C. Szegedy et al., "Rethinking the Inception architecture", CVPR 2016).
 *
 * @param labelSmoothing ε, 0 or more, below 1
 * @param classWeights w, one per class, above 0; empty for all alike
 */
public record CrossEntropy(double labelSmoothing, List<Double> classWeights) implements Loss<Example> {
    private static final List<MaskState> CLASSES = List.of(MaskState.values());
    private static final long MEAN = 1;
    private static final long NO_LABEL = -100;

    public CrossEntropy {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException("labelSmoothing must be 0 or more and below 1, got " + labelSmoothing);
        }
        classWeights = List.copyOf(classWeights);
    }

    /** As it is judged by: no smoothing, all classes alike. */
    public static CrossEntropy plain() {
        return new CrossEntropy(0, List.of());
    }

    @Override
    public BatchLoss of(Tensor output, Batch<Example> batch) {
        Tensor labels = labels(batch.examples());
        Tensor mean = torch.cross_entropy_loss(output, labels, weights(), MEAN, NO_LABEL, labelSmoothing);
        Tensor right = output.argmax(new LongOptional(1), false).eq(labels).sum();
        return new BatchLoss(mean, (int) right.item_long(), batch.size());
    }

    private static Tensor labels(List<Example> examples) {
        long[] wide =
                examples.stream().mapToLong(e -> CLASSES.indexOf(e.label())).toArray();
        return Tensors.copyOf(wide);
    }

    private TensorOptional weights() {
        if (classWeights.isEmpty()) {
            return new TensorOptional();
        }
        float[] weights = new float[classWeights.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = classWeights.get(i).floatValue();
        }
        return new TensorOptional(Tensors.copyOf(weights, weights.length));
    }
}
