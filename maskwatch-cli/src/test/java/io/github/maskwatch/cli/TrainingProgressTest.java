package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.training.trainer.EpochResult;
import io.github.maskwatch.training.trainer.StepResult;
import io.github.maskwatch.training.trainer.TrainingHistory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingProgressTest {
    private static final int STEPS = 208;

    private final StringWriter written = new StringWriter();
    private long now;

    private String epoch(boolean terminal, int width) {
        TrainingProgress progress = new TrainingProgress(new PrintWriter(written, true), terminal, width, () -> now);
        progress.started(TrainingHistory.empty());
        for (int step = 1; step <= STEPS; step++) {
            now += 450_000_000;
            progress.stepDone(new StepResult(1, 20, step, STEPS, 0.6931, 0.5, 71.1));
        }
        progress.validating(1);
        progress.epochDone(
                TrainingHistory.empty()
                        .plus(new EpochResult(1, 0.6931, 0.5, 0.3, 0.875, 1e-3, 71.1, Duration.ofSeconds(94))),
                true);
        return written.toString();
    }

    private static List<String> drawn(String text) {
        return text.replace("\033[K", "")
                .lines()
                .flatMap(line -> List.of(line.split("\r", -1)).stream())
                .toList();
    }

    @Test
    void aTerminalSeesABarThatGrowsAndWhatTheEpochCameTo() {
        List<String> lines = drawn(epoch(true, 120));

        assertThat(lines).contains("Epoch 1/20");
        assertThat(lines)
                .contains(
                        "104/208 ━━━━━━━━━━━━━━━╶╶╶╶╶╶╶╶╶╶╶╶╶╶╶ 47s left - 71.1 images/s - loss: 0.6931 - accuracy: 0.5000");
        assertThat(lines)
                .endsWith(
                        "208/208 1:34 - 71.1 images/s - loss: 0.6931 - accuracy: 0.5000 - val_loss: 0.3000 - val_accuracy: 0.8750 *");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100})
    void whatIsRedrawnNeverTakesTwoLines(int width) {
        List<String> lines = drawn(epoch(true, width));

        assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.length() < width);
    }

    @Test
    void elsewhereThereIsALineAMinuteAndOnePerEpoch() {
        String text = epoch(false, 80);

        assertThat(text).doesNotContain("\r").doesNotContain("\033");
        assertThat(text.lines())
                .containsExactly(
                        "epoch 1/20, step 134/208, 33s left - 71.1 images/s - loss: 0.6931 - accuracy: 0.5000",
                        "epoch 1/20, 1:34 - 71.1 images/s - loss: 0.6931 - accuracy: 0.5000 - val_loss: 0.3000 - val_accuracy: 0.8750 *");
    }

    @Test
    void timesAreShort() {
        assertThat(TrainingProgress.time(59.4)).isEqualTo("59s");
        assertThat(TrainingProgress.time(61)).isEqualTo("1:01");
        assertThat(TrainingProgress.time(3661)).isEqualTo("1:01:01");
    }
}
