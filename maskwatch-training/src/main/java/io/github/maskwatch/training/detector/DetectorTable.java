package io.github.maskwatch.training.detector;

import io.github.maskwatch.training.network.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * The architecture as a table.
 *
 * @param convolutions in the order of their work
 * @param layers for people, at the side that it is trained on
 * @param parameters weights, offsets, scales
 * @param multiplications for one picture of the training side
 */
public record DetectorTable(List<Convolution> convolutions, List<Layer> layers, long parameters, long multiplications) {

    public DetectorTable {
        convolutions = List.copyOf(convolutions);
        layers = List.copyOf(layers);
    }

    public static DetectorTable of(DetectorConfig config) {
        Shapes shapes = new Shapes();
        Architecture.build(config, shapes, new Shape(config.side(), config.side(), 3));
        return new DetectorTable(
                shapes.convolutions,
                shapes.layers,
                shapes.convolutions.stream().mapToLong(Convolution::parameters).sum(),
                shapes.multiplications);
    }

    private record Shape(int height, int width, int channels) {
        @Override
        public String toString() {
            return height + " x " + width + " x " + channels;
        }
    }

    private static final class Shapes implements Operations<Shape> {
        private final List<Convolution> convolutions = new ArrayList<>();
        private final List<Layer> layers = new ArrayList<>();
        private long multiplications;

        @Override
        public Shape convolve(Shape input, Convolution convolution) {
            if (input.channels() != convolution.in()) {
                throw new IllegalStateException(
                        convolution.name() + " takes " + convolution.in() + " channels, got " + input);
            }
            Shape output = new Shape(
                    (input.height() + convolution.stride() - 1) / convolution.stride(),
                    (input.width() + convolution.stride() - 1) / convolution.stride(),
                    convolution.out());
            convolutions.add(convolution);
            layers.add(new Layer(text(convolution), output.toString(), convolution.parameters()));
            multiplications += convolution.multiplications() * output.height() * output.width();
            return output;
        }

        private static String text(Convolution c) {
            return "%s: %dx%d%s%s%s"
                    .formatted(
                            c.name(),
                            c.kernel(),
                            c.kernel(),
                            c.groups() > 1 ? " depthwise" : "",
                            c.stride() > 1 ? " / " + c.stride() : "",
                            c.activated() ? " + BN + ReLU" : "");
        }

        @Override
        public Shape add(Shape left, Shape right) {
            if (!left.equals(right)) {
                throw new IllegalStateException("cannot add " + left + " and " + right);
            }
            return left;
        }

        @Override
        public Shape upsample(Shape input) {
            return new Shape(input.height() * 2, input.width() * 2, input.channels());
        }
    }
}
