package io.github.maskwatch.tracking;

/**
 * A Kalman filter of one coordinate that keeps its speed but for random pushes (white noise in the acceleration), in seconds, so that
 * frames may come as they like [1].
 *
 * <p>[1] Bar-Shalom, Y., Li, X. R., Kirubarajan, T. Estimation with Applications to Tracking and Navigation. Wiley, 2001, chapter 6.2.
 */
final class MotionAxis {
    private double position;
    private double speed;
    private double positionVariance;
    private double covariance;
    private double speedVariance;

    /**
     * Standing still as far as one knows.
     *
     * @param error standard deviation of the position
     * @param speedError standard deviation of the speed, per second
     */
    MotionAxis(double position, double error, double speedError) {
        this.position = position;
        positionVariance = error * error;
        speedVariance = speedError * speedError;
    }

    /** @param push standard deviation of the change of speed over a second */
    void predict(double seconds, double push) {
        double q = push * push;
        position += seconds * speed;
        positionVariance += seconds * (2 * covariance + seconds * speedVariance) + q * seconds * seconds * seconds / 3;
        covariance += seconds * speedVariance + q * seconds * seconds / 2;
        speedVariance += q * seconds;
    }

    /** @param error standard deviation of what was seen */
    void correct(double seen, double error) {
        double total = positionVariance + error * error;
        double gain = positionVariance / total;
        double speedGain = covariance / total;
        double surprise = seen - position;
        position += gain * surprise;
        speed += speedGain * surprise;
        speedVariance -= speedGain * covariance;
        positionVariance *= 1 - gain;
        covariance *= 1 - gain;
    }

    double position() {
        return position;
    }

    /** Per second. */
    double speed() {
        return speed;
    }
}
