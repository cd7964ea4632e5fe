package io.github.maskwatch.training.report;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.evaluation.Evaluation;
import java.util.List;

/** A model card as JSON. */
record CardJson(
        String name,
        String version,
        String format,
        List<String> classes,
        Input input,
        String output,
        String network,
        long parameters,
        Training training,
        EvaluationJson figures,
        List<String> weaknesses) {

    /** What the model takes. */
    record Input(String tensor, int width, int height, int channels, String colorOrder, String scaling) {}

    /** Where the model comes from. */
    record Training(String command, long seed, int epochs, int keptEpoch, String data, String dataHash) {}

    static CardJson of(ModelCard card, Evaluation evaluation) {
        return new CardJson(
                card.name(),
                card.version(),
                "classifier/1",
                card.classes().stream().map(MaskState::id).toList(),
                new Input(
                        "image, float32, NCHW, any batch",
                        card.width(),
                        card.height(),
                        card.channels(),
                        card.color(),
                        "values 0-255 go in; scaling is inside the graph"),
                "probabilities, float32, [batch, classes], softmax inside",
                card.network(),
                card.parameters(),
                new Training(
                        card.command(), card.seed(), card.epochs(), card.keptEpoch(), card.data(), card.dataHash()),
                EvaluationJson.of(evaluation),
                Weaknesses.of(evaluation));
    }
}
