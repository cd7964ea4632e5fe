package io.github.maskwatch.training.quantization;

import static io.github.maskwatch.training.quantization.DrawnDetector.known;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What an ONNX graph computes, operator by operator as docs/Operators.md of ONNX says it: slow and readable. Pictures as they are. */
final class SlowNetwork implements Probe {
    private final GraphProto graph;
    private final Map<String, TensorProto> constants = new HashMap<>();

    SlowNetwork(byte[] model) throws IOException {
        graph = ModelProto.parseFrom(model).getGraph();
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
    }

    /** [channels][height][width], row-major. */
    private static final class Map3 {
        final int channels;
        final int height;
        final int width;
        final double[] values;

        Map3(int channels, int height, int width, double[] values) {
            this.channels = channels;
            this.height = height;
            this.width = width;
            this.values = values;
        }

        double at(int channel, int y, int x) {
            boolean inside = y >= 0 && x >= 0 && y < height && x < width;
            return inside ? values[(channel * height + y) * width + x] : 0;
        }
    }

    @Override
    public void look(Image picture, BiConsumer<String, FloatBuffer> taker) {
        Map<String, Map3> maps = new HashMap<>();
        maps.put("image", pixels(picture));
        for (NodeProto node : graph.getNodeList()) {
            if (maps.containsKey(node.getInput(0))) {
                maps.put(node.getOutput(0), compute(node, maps));
            }
        }
        for (ValueInfoProto output : graph.getOutputList()) {
            double[] values = known(maps, output.getName()).values;
            FloatBuffer floats = FloatBuffer.allocate(values.length);
            for (double value : values) {
                floats.put((float) value);
            }
            taker.accept(output.getName(), floats.flip());
        }
    }

    private static Map3 pixels(Image picture) {
        int plane = picture.width() * picture.height();
        double[] values = new double[3 * plane];
        for (int i = 0; i < values.length; i++) {
            values[i % 3 * plane + i / 3] = picture.rgb()[i] & 0xff;
        }
        return new Map3(3, picture.height(), picture.width(), values);
    }

    private Map3 compute(NodeProto node, Map<String, Map3> maps) {
        Map3 in = known(maps, node.getInput(0));
        return switch (node.getOpType()) {
            case "Sub" -> each(in, value -> value - constant(node.getInput(1))[0]);
            case "Relu" -> each(in, value -> Math.max(0, value));
            case "Identity" -> in;
            case "QuantizeLinear" -> {
                Steps steps = steps(node);
                yield each(in, steps::number);
            }
            case "DequantizeLinear" -> {
                Steps steps = steps(node);
                yield each(in, value -> steps.value((int) value));
            }
            case "Add" -> {
                double[] other = known(maps, node.getInput(1)).values;
                double[] sums = in.values.clone();
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += other[i];
                }
                yield new Map3(in.channels, in.height, in.width, sums);
            }
            case "Resize" -> enlarged(in);
            case "SpaceToDepth" -> squares(in);
            case "Conv" -> convolved(in, node);
            default -> throw new IllegalArgumentException(node.getOpType());
        };
    }

    private interface Function {
        double of(double value);
    }

    private static Map3 each(Map3 in, Function function) {
        double[] values = new double[in.values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.of(in.values[i]);
        }
        return new Map3(in.channels, in.height, in.width, values);
    }

    private Steps steps(NodeProto node) {
        int zero = known(constants, node.getInput(2)).getRawData().byteAt(0) & 0xff;
        return new Steps((float) constant(node.getInput(1))[0], zero);
    }

    private static Map3 enlarged(Map3 in) {
        double[] values = new double[in.values.length * 4];
        Map3 out = new Map3(in.channels, in.height * 2, in.width * 2, values);
        for (int i = 0; i < values.length; i++) {
            int x = i % out.width;
            int y = i / out.width % out.height;
            values[i] = in.at(i / (out.width * out.height), y / 2, x / 2);
        }
        return out;
    }

    private static Map3 squares(Map3 in) {
        int height = in.height / 2;
        int width = in.width / 2;
        double[] values = new double[in.values.length];
        for (int i = 0; i < values.length; i++) {
            int channel = i / (height * width);
            int corner = channel / in.channels;
            values[i] = in.at(channel % in.channels, i / width % height * 2 + corner / 2, i % width * 2 + corner % 2);
        }
        return new Map3(4 * in.channels, height, width, values);
    }

    private Map3 convolved(Map3 in, NodeProto node) {
        double[] weights = constant(node.getInput(1));
        double[] bias = constant(node.getInput(2));
        int kernel = (int) attribute(node, "kernel_shape").getInts(0);
        int stride = (int) attribute(node, "strides").getInts(0);
        int pad = (int) attribute(node, "pads").getInts(0);
        int padBehind = (int) attribute(node, "pads").getInts(2);
        int groups = (int) attribute(node, "group").getI();
        int perGroup = in.channels / groups;
        int height = (in.height + pad + padBehind - kernel) / stride + 1;
        int width = (in.width + pad + padBehind - kernel) / stride + 1;
        double[] values = new double[bias.length * height * width];
        for (int i = 0; i < values.length; i++) {
            int out = i / (height * width);
            double sum = bias[out];
            for (int w = 0; w < perGroup * kernel * kernel; w++) {
                int channel = out * groups / bias.length * perGroup + w / (kernel * kernel);
                int y = i / width % height * stride - pad + w / kernel % kernel;
                int x = i % width * stride - pad + w % kernel;
                sum += weights[out * perGroup * kernel * kernel + w] * in.at(channel, y, x);
            }
            values[i] = sum;
        }
        return new Map3(bias.length, height, width, values);
    }

    private static AttributeProto attribute(NodeProto node, String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Also one that comes out of whole numbers, with a scale per channel. */
    double[] constant(String name) {
        TensorProto tensor = constants.get(name);
        if (tensor == null) {
            return dequantized(name);
        }
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        int size = tensor.getDataType() == TensorProto.DataType.INT8_VALUE ? 1 : Float.BYTES;
        double[] values = new double[raw.remaining() / size];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (tensor.getDataType()) {
                case TensorProto.DataType.FLOAT_VALUE -> raw.getFloat();
                case TensorProto.DataType.INT32_VALUE -> raw.getInt();
                case TensorProto.DataType.INT8_VALUE -> raw.get();
                default -> throw new IllegalArgumentException(name + " is of type " + tensor.getDataType());
            };
        }
        return values;
    }

    private double[] dequantized(String name) {
        NodeProto node = graph.getNodeList().stream()
                .filter(each -> each.getOutput(0).equals(name))
                .findFirst()
                .orElseThrow();
        double[] values = constant(node.getInput(0));
        double[] scales = constant(node.getInput(1));
        for (int i = 0; i < values.length; i++) {
            values[i] *= scales[i / (values.length / scales.length)];
        }
        return values;
    }

    @Override
    public void close() {}
}
