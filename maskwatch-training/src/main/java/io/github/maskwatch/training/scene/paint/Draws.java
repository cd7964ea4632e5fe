package io.github.maskwatch.training.scene.paint;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** The kinds of chance that painting needs. */
final class Draws {
    private Draws() {}

    static double between(RandomGenerator random, double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** Evenly between {@code -limit} and {@code limit}. */
    static double around(RandomGenerator random, double limit) {
        return (2 * random.nextDouble() - 1) * limit;
    }

    static boolean chance(RandomGenerator random, double probability) {
        return random.nextDouble() < probability;
    }

    @SafeVarargs
    static <T> T oneOf(RandomGenerator random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of the choices, each as likely as it is heavy. */
    static <T> T weighted(RandomGenerator random, List<T> choices, ToDoubleFunction<T> weight) {
        double[] weights = choices.stream().mapToDouble(weight).toArray();
        return choices.get(weighted(random, weights));
    }

    /** The index of one of the weights, each as likely as it is heavy. */
    static int weighted(RandomGenerator random, double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
