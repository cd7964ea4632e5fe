package io.github.maskwatch.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.evaluation.DrawnPhotos;
import io.github.maskwatch.training.evaluation.Evaluation;
import io.github.maskwatch.training.evaluation.EvaluationSet;
import io.github.maskwatch.training.evaluation.Evaluator;
import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.TrainingHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
    /** Whatever a browser would fetch from somewhere else. */
    private static final Pattern EXTERNAL =
            Pattern.compile("(src|href|srcset|data)\\s*=\\s*\"(?!data:)|url\\(|@import|<script|<link|<iframe");

    @TempDir
    Path folder;

    private static EpochResult epoch(int number) {
        return new EpochResult(number, 0.7 / number, 0.8, 0.6 / number, 0.85, 1e-3, 123.45, Duration.ofMillis(4567));
    }

    private static TrainingHistory history(int epochs) {
        TrainingHistory history = TrainingHistory.empty();
        for (int i = 1; i <= epochs; i++) {
            history = history.plus(epoch(i));
        }
        return history;
    }

    private Evaluation evaluation() throws IOException {
        Path photos = folder.resolve("photos");
        DrawnPhotos drawn = new DrawnPhotos(photos).fill(8);
        drawn.write(MaskState.WORN_INCORRECTLY, "door_chin.png", 90, 40);
        drawn.write(MaskState.WITHOUT_MASK, "door_a&b.png", 40, 90);
        // A bare face under "with" is a mistake, so that there is a contact sheet.
        Files.move(
                photos.resolve("without_mask/door_a&b.png"),
                photos.resolve("with_mask/door_a&b.png"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(photos.resolve("with_mask/letter.jpg"), "no photo");
        return new Evaluator(new PhotoReader(), 1, true)
                .evaluate(
                        "drawn",
                        DrawnPhotos.classifier(List.of(MaskState.values())),
                        EvaluationSet.open(photos, null, null, new PhotoReader(), Dataset.Progress.none()),
                        (done, of) -> {});
    }

    private RunReport report(Path run) {
        return new RunReport(run, "Training run", List.of(new Fact("command", "maskwatch train <photos> & more")));
    }

    private Path finished(String name) throws IOException {
        Path run = folder.resolve(name).resolve("run");
        RunReport report = report(run);
        report.started(TrainingHistory.empty());
        report.epochDone(history(1), true);
        report.epochDone(history(2), true);
        report.finish(evaluation(), new PhotoReader());
        return run;
    }

    private static Map<String, String> files(Path run) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(run)) {
            for (Path file : all.toList()) {
                files.put(String.valueOf(file.getFileName()), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @Test
    void theFolderHoldsEverythingAndNothingElse() throws IOException {
        assertThat(files(finished("a")).keySet())
                .containsExactly(
                        "accuracy.svg",
                        "confusion.svg",
                        "evaluation.json",
                        "loss.svg",
                        "metrics.csv",
                        "mistakes.jpg",
                        "reliability.svg",
                        "report.html");
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        assertThat(files(finished("a"))).isEqualTo(files(finished("b")));
    }

    @Test
    void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
        String html = Files.readString(finished("a").resolve("report.html"));
        assertThat(Xml.parse(html).getElementsByTagName("img").getLength()).isOne();
        assertThat(EXTERNAL.matcher(html).results().map(MatchResult::group)).isEmpty();
        assertThat(html)
                .contains("prefers-color-scheme: dark", "width=device-width", "door_a&amp;b.png")
                .contains("maskwatch train &lt;photos&gt; &amp; more", "letter.jpg", "file header only");
    }

    @Test
    void drawingsAreWellFormedFiles() throws Exception {
        Path run = finished("a");
        for (String name : List.of("loss.svg", "accuracy.svg", "confusion.svg", "reliability.svg")) {
            String svg = Files.readString(run.resolve(name));
            assertThat(Xml.parse(svg).getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(EXTERNAL.matcher(svg).find()).isFalse();
        }
    }

    @Test
    void theContactSheetHoldsThePictureOfTheMistake() throws IOException {
        var sheet = ImageIO.read(finished("a").resolve("mistakes.jpg").toFile());
        assertThat(sheet.getWidth()).isGreaterThanOrEqualTo(360);
        assertThat(sheet.getHeight()).isGreaterThan(Thumbnail.SIDE);
    }

    @Test
    void anEpochTrainedAgainAfterAResumeStandsOnceInTheHistory() throws IOException {
        Path run = folder.resolve("run");
        report(run).epochDone(history(3), true);
        // Killed in the middle of a row; the checkpoint is that of the second epoch.
        Files.writeString(run.resolve("metrics.csv"), "epoch,loss\n1,0.7\n2,0.3\n3,0.");
        RunReport resumed = report(run);
        resumed.started(history(2));
        resumed.epochDone(history(3), true);
        List<String> rows = Files.readAllLines(run.resolve("metrics.csv"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0))
                .isEqualTo("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,images_per_second,seconds");
        assertThat(rows.get(3)).isEqualTo("3,0.233333,0.800000,0.200000,0.850000,1.000e-03,123.5,4.57");
    }

    @Test
    void thePageIsThereBeforeTheFirstEpochEnds() throws Exception {
        Path run = folder.resolve("run");
        report(run).started(TrainingHistory.empty());
        assertThat(Files.readString(run.resolve("report.html"))).contains("No epoch has ended yet");
    }

    @Test
    void figuresStandInTheJson() throws IOException {
        String json = Files.readString(finished("a").resolve("evaluation.json"));
        assertThat(json)
                .contains("\"accuracy\" : 0.94", "\"n\" : 17", "\"interval\"", "\"three_classes\"", "\"count\" : 1");
    }

    @Test
    void aSetWithoutMistakesHasNoContactSheet() throws IOException {
        Path photos = folder.resolve("photos");
        new DrawnPhotos(photos).fill(3);
        Path stale = Files.createDirectories(folder.resolve("out")).resolve("mistakes.jpg");
        Files.writeString(stale, "of an earlier evaluation");
        Evaluation evaluation = new Evaluator(new PhotoReader(), 1, false)
                .evaluate(
                        "drawn",
                        DrawnPhotos.classifier(List.of(MaskState.WITH_MASK, MaskState.WITHOUT_MASK)),
                        EvaluationSet.open(photos, null, null, new PhotoReader(), Dataset.Progress.none()),
                        (done, of) -> {});
        EvaluationFolder.write(folder.resolve("out"), evaluation, List.of(), new PhotoReader());
        assertThat(stale).doesNotExist();
        assertThat(folder.resolve("out/report.html")).exists();
    }
}
