package io.github.maskwatch.metrics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.image.Image;
import org.junit.jupiter.api.Test;

class PictureTraitsTest {
    @Test
    void oneColourHasItsLumaAndNoEdges() {
        PictureTraits traits = PictureTraits.of(Image.filled(20, 10, 0xff0000));
        assertThat(traits.luma()).isCloseTo(0.299 * 255, within(0.01));
        assertThat(traits.sharpness()).isCloseTo(0, within(1e-3));
    }

    @Test
    void varianceOfACaseCountedByHand() {
        // Columns 0 0 100 100: the Laplacian is 100 and -100 in the two inner columns, mean 0.
        byte[] rgb = new byte[4 * 4 * 3];
        for (int i = 0; i < 16; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = (byte) (i % 4 < 2 ? 0 : 100);
            }
        }
        PictureTraits traits = PictureTraits.of(Image.wrap(4, 4, rgb));
        assertThat(traits.luma()).isCloseTo(50, within(1e-3));
        assertThat(traits.sharpness()).isCloseTo(10_000, within(0.5));
    }

    @Test
    void aBlurredPictureIsLessSharp() {
        byte[] rgb = new byte[64 * 64 * 3];
        for (int i = 0; i < 64 * 64; i++) {
            rgb[3 * i + 1] = (byte) ((i % 64 / 4 + i / 64 / 4) % 2 * 200);
        }
        Image sharp = Image.wrap(64, 64, rgb);
        Image blurred = sharp.resize(16, 16).resize(64, 64);
        assertThat(PictureTraits.of(blurred).sharpness())
                .isLessThan(PictureTraits.of(sharp).sharpness() / 2);
    }

    @Test
    void aPictureWithoutInnerPixelsHasNone() {
        assertThat(PictureTraits.of(Image.filled(2, 9, 0xffffff)).sharpness()).isZero();
    }
}
