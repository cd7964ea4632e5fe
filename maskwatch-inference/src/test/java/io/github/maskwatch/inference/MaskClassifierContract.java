package io.github.maskwatch.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskClassifier;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every mask classifier of this module must do. */
public interface MaskClassifierContract {

    MaskClassifier open() throws IOException;

    private static List<Image> crops(int count) {
        List<Image> crops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            crops.add(Pictures.noise(3 + i, 60 - i, i));
        }
        return crops;
    }

    private static void assertSame(MaskPrediction actual, MaskPrediction expected) {
        for (MaskState state : MaskState.values()) {
            assertThat(actual.probability(state)).isCloseTo(expected.probability(state), within(1e-5));
        }
    }

    @Test
    default void noCropsGiveNoPredictions() throws IOException {
        try (MaskClassifier classifier = open()) {
            assertThat(classifier.classify(List.of())).isEmpty();
        }
    }

    @Test
    default void aBatchAnswersLikeItsCropsOneByOne() throws IOException {
        List<Image> crops = crops(40);
        try (MaskClassifier classifier = open()) {
            List<MaskPrediction> together = classifier.classify(crops);
            assertThat(together).hasSize(crops.size());
            for (int i = 0; i < crops.size(); i++) {
                assertSame(classifier.classify(List.of(crops.get(i))).get(0), together.get(i));
            }
        }
    }

    @Test
    default void answersKeepTheOrderOfTheCrops() throws IOException {
        List<Image> crops = crops(11);
        try (MaskClassifier classifier = open()) {
            List<MaskPrediction> forwards = new ArrayList<>(classifier.classify(crops));
            Collections.reverse(crops);
            List<MaskPrediction> backwards = classifier.classify(crops);
            Collections.reverse(forwards);
            for (int i = 0; i < crops.size(); i++) {
                assertSame(backwards.get(i), forwards.get(i));
            }
        }
    }

    @Test
    default void probabilitiesAddUpToOneOverItsStates() throws IOException {
        try (MaskClassifier classifier = open()) {
            for (MaskPrediction prediction : classifier.classify(crops(20))) {
                double sum = 0;
                for (MaskState state : classifier.states()) {
                    sum += prediction.probability(state);
                }
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    default void statesAreTwoOrThreeInTheEnumsOrder() throws IOException {
        try (MaskClassifier classifier = open()) {
            List<MaskState> states = classifier.states();
            assertThat(states)
                    .hasSizeBetween(2, 3)
                    .isEqualTo(List.of(MaskState.values()).subList(0, states.size()));
        }
    }

    @Test
    default void takesCropsOfAnySize() throws IOException {
        try (MaskClassifier classifier = open()) {
            assertThat(classifier.classify(List.of(
                            Image.filled(1, 1, 0), Image.filled(1, 900, 0xffffff), Image.filled(900, 1, 0x123456))))
                    .hasSize(3);
        }
    }

    @Test
    default void closesTwiceAndThenRefusesToWork() throws IOException {
        MaskClassifier classifier = open();
        classifier.close();
        classifier.close();
        assertThatThrownBy(() -> classifier.classify(crops(1))).isInstanceOf(IllegalStateException.class);
    }
}
