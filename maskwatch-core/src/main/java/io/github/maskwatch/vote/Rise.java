package io.github.maskwatch.vote;

/** Evidence for a change to one state: Page's cumulated sum, and the looks since it left 0. */
final class Rise {
    private final Evidence looks = new Evidence();
    private double sum;

    /** @param gain log-likelihood ratio that the look adds, nats; may be below 0 */
    void add(double gain, double decay, Look look, double lookWeight, double leastProbability) {
        sum += gain;
        if (sum <= 0) {
            clear();
        } else {
            looks.add(decay, look, lookWeight, leastProbability);
        }
    }

    void clear() {
        sum = 0;
        looks.clear();
    }

    /** nats, at least 0. */
    double sum() {
        return sum;
    }

    Evidence looks() {
        return looks;
    }
}
