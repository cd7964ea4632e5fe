package io.github.maskwatch.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.evaluation.DrawnPhotos;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.EvaluationSet;
import io.github.maskwatch.training.evaluation.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
    @TempDir
    Path folder;

    private static ModelCard card(String color) {
        return new ModelCard(
                "Maskwatch classifier",
                "0.1.0",
                List.of(MaskState.values()),
                100,
                90,
                color,
                "Conv 32, MaxPool, Conv 64, MaxPool, Dense 50",
                1_234_567,
                "maskwatch train photos --seed 5",
                5,
                12,
                8,
                "20 photos.",
                "ab".repeat(32));
    }

    private Evaluation evaluation() throws IOException {
        Path photos = folder.resolve("photos");
        DrawnPhotos drawn = new DrawnPhotos(photos).fill(10);
        for (int i = 0; i < 9; i++) {
            // The classifier takes a mask that begins at three quarters for one worn incorrectly: these are called
            // wrong.
            drawn.write(MaskState.WORN_INCORRECTLY, "rare_" + i + ".png", 20, 20);
            Files.move(
                    photos.resolve("mask_worn_incorrectly/rare_" + i + ".png"),
                    photos.resolve("with_mask/rare_" + i + ".png"));
        }
        drawn.write(MaskState.WORN_INCORRECTLY, "door_chin.png", 40, 40);
        return new Evaluator(new PhotoReader(), 1, false)
                .evaluate(
                        "model.onnx",
                        DrawnPhotos.classifier(List.of(MaskState.values())),
                        EvaluationSet.open(photos, null, null, new PhotoReader(), Dataset.Progress.none()),
                        (done, of) -> {});
    }

    @Test
    void theCardSaysWhatTheModelTakesWhereItComesFromAndWhereItFails() throws IOException {
        card("rgb").write(folder, evaluation());
        assertThat(folder.resolve("model.md"))
                .content()
                .contains("[batch, 3, 90, 100]", "red, green, blue", "inside the graph")
                .contains("maskwatch train photos --seed 5", "ab".repeat(32), "the weights are those of epoch 8")
                .contains("## Known weaknesses", "- It is worse than on the whole", "on the photos rare: 0.0 %");
    }

    @Test
    void programsGetTheSame() throws IOException {
        card("grey").write(folder, evaluation());
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("model.json").toFile());
        assertThat(json.at("/input/channels").intValue()).isOne();
        assertThat(json.at("/input/color_order").textValue()).isEqualTo("grey");
        assertThat(json.at("/classes")).hasSize(3);
        assertThat(json.at("/training/seed").intValue()).isEqualTo(5);
        assertThat(json.at("/figures/n").intValue()).isEqualTo(29);
        assertThat(json.at("/weaknesses")).isNotEmpty();
    }

    @Test
    void refusesAnUnknownOrderOfColours() {
        assertThatThrownBy(() -> card("bgr")).hasMessageContaining("rgb or grey, got bgr");
    }
}
