package io.github.maskwatch.training.quantization;

import java.nio.FloatBuffer;

/** What was seen in a tensor, channel by channel. Not thread-safe. */
final class ChannelValues {
    private final float[] least;
    private final float[] largest;
    private final double[] sums;
    private long pictures;

    ChannelValues(int channels) {
        least = new float[channels];
        largest = new float[channels];
        sums = new double[channels];
    }

    /** @param values of one picture, [channels, height, width] */
    void add(FloatBuffer values) {
        int plane = values.limit() / sums.length;
        for (int channel = 0; channel < sums.length; channel++) {
            float low = least[channel];
            float high = largest[channel];
            double sum = 0;
            for (int i = channel * plane; i < (channel + 1) * plane; i++) {
                float value = values.get(i);
                low = Math.min(low, value);
                high = Math.max(high, value);
                sum += value;
            }
            least[channel] = low;
            largest[channel] = high;
            sums[channel] += sum / plane;
        }
        pictures++;
    }

    int channels() {
        return sums.length;
    }

    /** The largest absolute value of a channel. */
    float reach(int channel) {
        return Math.max(-least[channel], largest[channel]);
    }

    /** Over all places; pictures count alike, however large. */
    double mean(int channel) {
        return pictures == 0 ? 0 : sums[channel] / pictures;
    }

    /** Of all channels together. */
    ValueRange range() {
        float low = 0;
        float high = 0;
        for (int channel = 0; channel < sums.length; channel++) {
            low = Math.min(low, least[channel]);
            high = Math.max(high, largest[channel]);
        }
        return new ValueRange(low, high);
    }

    /** What would have been seen, had each channel been divided by its factor. */
    ChannelValues divided(float[] factors) {
        ChannelValues divided = new ChannelValues(sums.length);
        for (int channel = 0; channel < sums.length; channel++) {
            divided.least[channel] = least[channel] / factors[channel];
            divided.largest[channel] = largest[channel] / factors[channel];
            divided.sums[channel] = sums[channel] / factors[channel];
        }
        divided.pictures = pictures;
        return divided;
    }
}
