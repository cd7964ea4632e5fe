package io.github.maskwatch.training.quantization;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.training.evaluation.Progress;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Measures what values a network's tensors take on pictures: the extremes and the mean of each channel, then histograms. */
final class Calibration {
    private final Pictures pictures;
    private final Progress progress;

    /** Pictures that can be looked at twice. */
    interface Pictures {
        int count();

        Image read(int index) throws IOException;
    }

    Calibration(Pictures pictures, Progress progress) {
        this.pictures = pictures;
        this.progress = progress;
    }

    /**
     * By the name of the tensor.
     *
     * @param channels of each tensor that the network gives
     */
    Map<String, ChannelValues> channels(Probe probe, Map<String, Integer> channels) throws IOException {
        Map<String, ChannelValues> seen = new HashMap<>();
        channels.forEach((name, count) -> seen.put(name, new ChannelValues(count)));
        for (int i = 0; i < pictures.count(); i++) {
            probe.look(pictures.read(i), (name, values) -> known(seen, name).add(values));
            progress.done(i + 1, 2 * pictures.count());
        }
        return seen;
    }

    /**
     * By the name of the tensor.
     *
     * @param seen each tensor that the network gives, from the same pictures
     */
    Map<String, ValueRange> ranges(Probe probe, Map<String, ChannelValues> seen, RangeRule rule) throws IOException {
        Map<String, ValueHistogram> histograms = new HashMap<>();
        seen.forEach((name, values) -> histograms.put(name, new ValueHistogram(values.range())));
        for (int i = 0; i < pictures.count(); i++) {
            probe.look(
                    pictures.read(i), (name, values) -> known(histograms, name).add(values));
            progress.done(pictures.count() + i + 1, 2 * pictures.count());
        }
        Map<String, ValueRange> ranges = new HashMap<>();
        histograms.forEach((name, histogram) -> ranges.put(name, rule.choose(histogram)));
        return ranges;
    }

    private static <V> V known(Map<String, V> map, String name) {
        return Objects.requireNonNull(map.get(name), () -> "the network gives " + name + ", which nobody asked for");
    }
}
