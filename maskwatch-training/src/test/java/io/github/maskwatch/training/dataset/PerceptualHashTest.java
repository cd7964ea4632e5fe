package io.github.maskwatch.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.image.Image;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {
    @Property(tries = 100)
    void mirrorOfTheMirrorIsThePicture(@ForAll long seed) {
        Image image = Photos.picture(seed);
        PerceptualHash look = PerceptualHash.of(image);
        PerceptualHash mirrored = PerceptualHash.of(image.mirror());

        // Resizing rounds, so that a bit at the very median may differ.
        assertThat(Long.bitCount(look.mirroredFrequencies() ^ mirrored.frequencies()))
                .isLessThanOrEqualTo(2);
        assertThat(look.isNear(mirrored)).isTrue();
        assertThat(mirrored.isNear(look)).isTrue();
    }

    @Property(tries = 100)
    void resizedAndBrighterCopiesAreNear(@ForAll long seed) {
        Image image = Photos.picture(seed);
        byte[] brighter = image.rgb().clone();
        for (int i = 0; i < brighter.length; i++) {
            brighter[i] = (byte) Math.min(255, (brighter[i] & 0xff) + 6);
        }
        PerceptualHash look = PerceptualHash.of(image);

        assertThat(look.isNear(PerceptualHash.of(image.resize(96, 96)))).isTrue();
        assertThat(look.isNear(PerceptualHash.of(Image.wrap(48, 48, brighter)))).isTrue();
    }

    @Property(tries = 200)
    void otherPicturesAreNot(@ForAll long one, @ForAll long other) {
        boolean same = one == other;

        assertThat(PerceptualHash.of(Photos.picture(one)).isNear(PerceptualHash.of(Photos.picture(other))))
                .isEqualTo(same);
    }

    @Test
    void chainsMakeOneGroup() {
        long none = 0;
        List<PerceptualHash> looks = new ArrayList<>();
        for (long bits : new long[] {none, ~none, 0b111111, 0b111111111111}) {
            looks.add(new PerceptualHash(bits, 0, 0x5555555555555555L, 0));
        }

        NearDuplicates duplicates = new NearDuplicates(looks);

        assertThat(duplicates.groups()).containsExactly(0, 1, 0, 0);
        assertThat(duplicates.pairs()).containsExactly(new NearDuplicates.Pair(0, 2), new NearDuplicates.Pair(2, 3));
    }
}
