package io.github.maskwatch.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.dataset.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThumbnailNeighboursTest {
    private static Glimpse glimpse(MaskState state, int grey) {
        return new Glimpse(
                new Example(Path.of("photo.png"), state, "g"),
                new PhotoFacts("png", 40, 40, 900),
                Image.filled(8, 8, grey << 16 | grey << 8 | grey));
    }

    @Test
    void theFiveNearestVote() {
        List<Glimpse> learned = Stream.concat(
                        IntStream.of(10, 11, 12, 90).mapToObj(grey -> glimpse(MaskState.WITH_MASK, grey)),
                        IntStream.of(13, 14, 200).mapToObj(grey -> glimpse(MaskState.WITHOUT_MASK, grey)))
                .toList();
        List<MaskPrediction> said = new ThumbnailNeighbours().say(learned, List.of(glimpse(MaskState.WITH_MASK, 10)));
        assertThat(said).containsExactly(new MaskPrediction(0.6, 0.4, 0));
    }

    @Test
    void whiteAndBlackAreFarthestApart() {
        // 192 * 255² is below 2^31: the packed distance cannot turn negative.
        List<Glimpse> learned = List.of(glimpse(MaskState.WITH_MASK, 255), glimpse(MaskState.WITHOUT_MASK, 0));
        assertThat(new ThumbnailNeighbours().say(learned, List.of(glimpse(MaskState.WITH_MASK, 0))))
                .containsExactly(new MaskPrediction(0.5, 0.5, 0));
    }
}
