package io.github.maskwatch.training.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 60;

    /** A white ellipse in a box on black. */
    private static Image ellipse(Box box) {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double dx = (x + 0.5 - box.x()) / box.width() * 2 - 1;
                double dy = (y + 0.5 - box.y()) / box.height() * 2 - 1;
                if (dx * dx + dy * dy <= 1) {
                    int i = (y * WIDTH + x) * 3;
                    rgb[i] = rgb[i + 1] = rgb[i + 2] = (byte) 255;
                }
            }
        }
        return Image.wrap(WIDTH, HEIGHT, rgb);
    }

    private static Box extent(Image image) {
        int left = WIDTH;
        int top = HEIGHT;
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if ((image.rgb()[(y * WIDTH + x) * 3] & 0xff) > 127) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return Box.ofCorners(left, top, right, bottom);
    }

    @Property(tries = 200)
    void theBoxGoesWithTheFace(@ForAll @DoubleRange(min = -180, max = 180) double degrees) {
        Box face = new Box(36, 20, 14, 20);
        Turn turn = new Turn(degrees);

        Box seen = extent(turn.apply(ellipse(face)));
        Box told = turn.apply(face, WIDTH, HEIGHT);

        assertThat(told.x()).isCloseTo(seen.x(), within(1.5));
        assertThat(told.y()).isCloseTo(seen.y(), within(1.5));
        assertThat(told.right()).isCloseTo(seen.right(), within(1.5));
        assertThat(told.bottom()).isCloseTo(seen.bottom(), within(1.5));
    }

    @Test
    void aQuarterIsClockwise() {
        Box top = new Box(35, 2, 10, 14);

        assertThat(new Turn(90).apply(top, WIDTH, HEIGHT).x()).isGreaterThan(WIDTH / 2.0);
    }
}
