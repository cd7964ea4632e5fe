package io.github.maskwatch.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.maskwatch.geometry.Box;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BoxMotionTest {
    @Property(tries = 100)
    void aSteadyWalkIsForeseenAtAnyFrameRate(
            @ForAll @DoubleRange(min = 0.03, max = 0.5) double step,
            @ForAll @DoubleRange(min = -80, max = 80) double speed) {
        BoxMotion motion = new BoxMotion(new Box(100, 50, 40, 50));
        double time = 0;
        for (; time < 6; time += step) {
            motion.predict(step);
            motion.correct(new Box(100 + speed * (time + step), 50, 40, 50));
        }
        motion.predict(0.2);
        assertThat(motion.box().centerX()).isCloseTo(120 + speed * (time + 0.2), within(0.5 + Math.abs(speed) * 0.01));
        assertThat(motion.box().width()).isCloseTo(40, within(0.5));
    }

    @Test
    void timeWithoutALookIsTheSameInOneStepOrInMany() {
        MotionAxis once = walking();
        MotionAxis often = walking();
        once.predict(0.8, 3);
        for (int i = 0; i < 80; i++) {
            often.predict(0.01, 3);
        }
        assertThat(often.position()).isCloseTo(once.position(), within(1e-9));
        once.correct(20, 1);
        often.correct(20, 1);
        assertThat(often.position()).isCloseTo(once.position(), within(1e-9));
        assertThat(often.speed()).isCloseTo(once.speed(), within(1e-9));
    }

    private static MotionAxis walking() {
        MotionAxis axis = new MotionAxis(0, 1, 5);
        for (int i = 1; i <= 10; i++) {
            axis.predict(0.1, 3);
            axis.correct(i, 1);
        }
        return axis;
    }

    @Test
    void jitterIsSmoothed() {
        Random random = new Random(4);
        BoxMotion motion = new BoxMotion(new Box(0, 0, 100, 100));
        double squares = 0;
        for (int i = 0; i < 500; i++) {
            motion.predict(0.04);
            motion.correct(new Box(5 * random.nextGaussian(), 0, 100, 100));
            squares += Math.pow(motion.box().x(), 2) / 500;
        }
        assertThat(Math.sqrt(squares)).isLessThan(4);
    }

    @Test
    void aBoxNeverTurnsInsideOut() {
        BoxMotion motion = new BoxMotion(new Box(0, 0, 0, 0));
        for (double side : new double[] {80, 40, 20, 10, 5}) {
            motion.predict(0.04);
            motion.correct(new Box(0, 0, side, side));
        }
        motion.predict(20);
        assertThat(motion.box().width()).isPositive();
    }
}
