package io.github.maskwatch.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.geometry.Box;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImageTest {
    private static Image noise(int width, int height, long seed) {
        byte[] rgb = new byte[width * height * 3];
        new Random(seed).nextBytes(rgb);
        return Image.wrap(width, height, rgb);
    }

    @Test
    void channelsAreInTheOrderRedGreenBlue() {
        Image image = Image.wrap(1, 1, new byte[] {(byte) 0xff, 0x7f, 0x01});
        assertThat(image.at(0, 0)).isEqualTo(0xff7f01);
    }

    @Property
    void mirrorTwiceIsTheSame(@ForAll @IntRange(min = 1, max = 40) int w, @ForAll @IntRange(min = 1, max = 40) int h) {
        Image image = noise(w, h, 1);
        assertThat(image.mirror().mirror()).isEqualTo(image);
        assertThat(image.mirror().at(0, h - 1)).isEqualTo(image.at(w - 1, h - 1));
    }

    @Test
    void cropInsideTakesTheVeryPixels() {
        Image image = noise(20, 10, 2);
        Image crop = image.crop(new Box(3, 4, 5, 6));
        assertThat(crop.width()).isEqualTo(5);
        assertThat(crop.height()).isEqualTo(6);
        assertThat(crop.at(4, 5)).isEqualTo(image.at(7, 9));
    }

    @Test
    void cropBeyondTheEdgeIsBlackThere() {
        Image crop = Image.filled(4, 4, 0xffffff).crop(new Box(-2, -2, 4, 4));
        assertThat(crop.at(0, 0)).isZero();
        assertThat(crop.at(1, 3)).isZero();
        assertThat(crop.at(2, 2)).isEqualTo(0xffffff);
    }

    @Test
    void cropFarOutsideIsAllBlack() {
        assertThat(Image.filled(4, 4, 0xffffff).crop(new Box(100, 100, 3, 3))).isEqualTo(Image.filled(3, 3, 0));
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> Image.wrap(2, 2, new byte[11])).hasMessageContaining("12 bytes");
        assertThatThrownBy(() -> Image.filled(0, 2, 0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Image.filled(30_000, 30_000, 0)).hasMessageContaining("does not fit");
        assertThatThrownBy(() -> Image.filled(2, 2, 0).at(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
