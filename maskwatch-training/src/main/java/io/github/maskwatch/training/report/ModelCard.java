package io.github.maskwatch.training.report;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What comes with a model file, so that whoever gets it knows what it takes, where it comes from, how well it does and where it
 * fails (after M. Mitchell and others, "Model cards for model reporting", FAT* 2019).
 *
 * @param name for people
 * @param version of Maskwatch that made it
 * @param classes in the order of the model's output
 * @param width of the input, px
 * @param height of the input, px
 * @param color {@code rgb}, or {@code grey}: luma of Rec. 601
 * @param network its layers, in a line
 * @param parameters how many numbers were learned
 * @param command that made it
 * @param seed of the run
 * @param epochs trained in all
 * @param keptEpoch whose weights these are
 * @param data what it was trained on, and how that was split
 * @param dataHash SHA-256 over names, labels and bytes of all photos, hexadecimal
 */
public record ModelCard(
        String name,
        String version,
        List<MaskState> classes,
        int width,
        int height,
        String color,
        String network,
        long parameters,
        String command,
        long seed,
        int epochs,
        int keptEpoch,
        String data,
        String dataHash) {
    public ModelCard {
        classes = List.copyOf(classes);
        if (!color.equals("rgb") && !color.equals("grey")) {
            throw new IllegalArgumentException("color must be rgb or grey, got " + color);
        }
    }

    /**
     * Writes {@code model.md} for people and {@code model.json} for programs beside the model.
     *
     * @param evaluation of this model
     */
    public void write(Path folder, Evaluation evaluation) throws IOException {
        AtomicFile.write(folder.resolve("model.md"), CardMarkdown.of(this, evaluation));
        AtomicFile.write(folder.resolve("model.json"), JsonText.of(CardJson.of(this, evaluation)) + "\n");
    }

    /** Numbers per pixel of the input. */
    int channels() {
        return color.equals("rgb") ? 3 : 1;
    }
}
