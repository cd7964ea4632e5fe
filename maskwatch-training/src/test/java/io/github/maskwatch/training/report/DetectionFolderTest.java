package io.github.maskwatch.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.maskwatch.metrics.detection.DetectionQuestion;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.evaluation.scene.ColouredScenes;
import io.github.maskwatch.training.evaluation.scene.DetectionEvaluation;
import io.github.maskwatch.training.scene.annotation.CocoIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionFolderTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private DetectionEvaluation evaluation;

    @BeforeEach
    void judge() throws IOException {
        ColouredScenes.draw(folder);
        evaluation = ColouredScenes.evaluate(folder);
    }

    @Test
    void thePageShowsEveryPartAndIsWellFormed() throws Exception {
        Path report = folder.resolve("report");
        Path page = DetectionFolder.write(
                report, evaluation, List.of(new Fact("command", "maskwatch evaluate a b")), new PhotoReader());
        String html = Files.readString(page);
        assertThat(Xml.parse(html).getElementsByTagName("svg").getLength()).isEqualTo(7);
        assertThat(html)
                .contains("Precision over recall, three classes", "found and right", "maskwatch evaluate a b")
                .contains("By size of the face", "By source", "By brightness", "By blur")
                .contains("The worst misses", "The worst false alarms", "said without mask, 80 %");
        try (Stream<Path> files = Files.list(report)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "report.html", "evaluation.json", "misses.jpg", "false-alarms.jpg", "wrong-states.jpg");
        }
    }

    @Test
    void theFiguresGoOutAsJson() throws IOException {
        JsonNode json = JSON.readTree(DetectionJson.of(evaluation).text());
        assertThat(json.get("found_and_right").doubleValue()).isEqualTo(0.75);
        assertThat(json.at("/intervals/found_and_right/low").doubleValue()).isBetween(0.4, 0.75);
        assertThat(json.get("map50_2").doubleValue())
                .isEqualTo(evaluation
                        .figures(DetectionQuestion.TWO_CLASSES)
                        .map50()
                        .value());
        for (String key : List.of(
                "map50_3", "map_2", "map_3", "ap50_faces", "precision", "recall", "calibration_error", "aurc")) {
            assertThat(json.get(key).isNumber()).as(key).isTrue();
        }
        assertThat(json.get("classes_2")).hasSize(2);
        assertThat(json.at("/classes_2/0/precision/value").isNumber()).isTrue();
        assertThat(json.get("classes_3")).hasSize(3);
        assertThat(json.at("/confusion_3/with_mask/without_mask").intValue()).isOne();
        assertThat(json.at("/slices/by_source")).hasSize(2);
        assertThat(json.get("risk_coverage")).isNotEmpty();
        assertThat(json.get("face_threshold").doubleValue()).isEqualTo(0.4);
    }

    @Test
    void resultsAreInTheNumbersOfTheAnnotations() throws IOException {
        Path file = folder.resolve("detections.json");
        new CocoResults(CocoIds.of(folder), true).write(file, evaluation.scenes());
        JsonNode three = JSON.readTree(file.toFile());
        assertThat(three).hasSize(12);
        JsonNode first = three.get(0);
        assertThat(first.get("image_id").intValue()).isEqualTo(100);
        assertThat(first.get("category_id").intValue()).isEqualTo(7);
        assertThat(first.get("bbox").get(2).doubleValue()).isEqualTo(60);
        assertThat(first.get("score").doubleValue()).isCloseTo(0.72, within(1e-7));
        assertThat(three.findValuesAsText("category_id")).contains("7", "8", "9");

        new CocoResults(CocoIds.of(folder), false).write(file, evaluation.scenes());
        JsonNode two = JSON.readTree(file.toFile());
        assertThat(two.findValuesAsText("category_id")).contains("7", "8").doesNotContain("9");

        new CocoResults(new CocoIds(Map.of()), true).write(file, evaluation.scenes());
        assertThat(JSON.readTree(file.toFile()).get(0).get("image_id").intValue())
                .isOne();
    }

    @Test
    void idsThatAreTextStayInTheirQuotes() throws IOException {
        Path annotations = folder.resolve("annotations.json");
        Files.writeString(
                annotations,
                Files.readString(annotations)
                        .replace("\"id\":100,", "\"id\":\"first\",")
                        .replace("\"id\":7,", "\"id\":\"masked\","));
        Path file = folder.resolve("detections.json");

        new CocoResults(CocoIds.of(folder), true).write(file, evaluation.scenes());

        JsonNode first = JSON.readTree(file.toFile()).get(0);
        assertThat(first.get("image_id").textValue()).isEqualTo("first");
        assertThat(first.get("category_id").textValue()).isEqualTo("masked");
    }
}
