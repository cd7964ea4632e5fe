package io.github.maskwatch.training.detector;

import java.util.ArrayList;
import java.util.List;

/**
 * The detector's architecture, told once.
 *
 * <pre>
 * image /127.5 - 1 ─ stem ─ stage 4 ─ stage 8 ─ stage 16 ─ stage 32      backbone
 *                                        │          │          │
 *                                      1x1        1x1        1x1         lateral
 *                                        │          │          │
 *                                        + ◄─ ×2 ── + ◄─ ×2 ───┤         top-down
 *                                        │          │          │
 *                                        ├── ↓2 ──► + ── ↓2 ─► +         bottom-up
 *                                        │          │          │
 *                                      head       head       head        strides 8, 16, 32
 * </pre>
 *
 * <p>The blocks are depthwise separable convolutions (A. Howard and others, "MobileNets", 2017) with a residual connection where shapes
 * allow one; the first three layers, where channels are few, are dense ones, which cost little more there and train as fast. The pyramid
 * is that of T.-Y. Lin and others, "Feature pyramid networks", CVPR 2017, with the bottom-up path of S. Liu and others, "Path aggregation
 * network", CVPR 2018. The head is free of anchors and decoupled (Z. Ge and others, "YOLOX", 2021): two branches
 * that specialize in class and box. Modified: both end in all eight numbers, which are added up; a convolution of one or three channels
 * costs as much as one of eight, and the face score may know what the class branch saw. Each level has weights of its own.
 */
public final class Architecture {
    /** Strides of the levels, px. */
    public static final List<Integer> STRIDES = List.of(8, 16, 32);

    /** Channels of a level: face, three classes, dx, dy, lw, lh. */
    public static final int OUTPUTS = 8;

    static final int CLASSES = 3;

    /** What the name of a branch's last layer ends with. */
    static final String OUTPUT = ".out";

    private Architecture() {}

    /**
     * @param image already scaled, [batch, 3, height, width], sides multiples of 32
     * @return one map per stride, [batch, 8, height / stride, width / stride]
     */
    public static <V> List<V> build(DetectorConfig config, Operations<V> operations, V image) {
        return new Builder<>(config, operations).build(image);
    }

    private record Builder<V>(DetectorConfig config, Operations<V> operations) {

        List<V> build(V image) {
            int c2 = config.channels(16);
            int c4 = config.channels(24);
            int c8 = config.channels(64);
            int c16 = config.channels(128);
            int c32 = config.channels(256);
            int neck = config.channels(48);
            V x = operations.convolve(image, Convolution.dense("stem", 3, c2, 3, 2));
            x = operations.convolve(x, Convolution.dense("stage4.down", c2, c4, 3, 2));
            x = operations.convolve(x, Convolution.dense("stage8.down", c4, c8, 3, 2));
            V f8 = blocks("stage8", x, c8, 3, config.blocks(2));
            V f16 = blocks("stage16", separable("stage16.down", f8, c8, c16, 3, 2), c16, 3, config.blocks(3));
            V f32 = blocks("stage32", separable("stage32.down", f16, c16, c32, 3, 2), c32, 5, config.blocks(2));
            return heads(pyramid(f8, c8, f16, c16, f32, c32, neck), neck);
        }

        private List<V> pyramid(V f8, int c8, V f16, int c16, V f32, int c32, int neck) {
            V l32 = operations.convolve(f32, Convolution.pointwise("lateral32", c32, neck));
            V l16 = operations.convolve(f16, Convolution.pointwise("lateral16", c16, neck));
            V l8 = operations.convolve(f8, Convolution.pointwise("lateral8", c8, neck));
            V t16 = separable("topdown16", operations.add(l16, operations.upsample(l32)), neck, neck, 3, 1);
            V p8 = separable("topdown8", operations.add(l8, operations.upsample(t16)), neck, neck, 3, 1);
            V p16 = operations.add(t16, separable("bottomup16", p8, neck, neck, 3, 2));
            V p32 = operations.add(l32, separable("bottomup32", p16, neck, neck, 3, 2));
            return List.of(p8, p16, p32);
        }

        private List<V> heads(List<V> pyramid, int neck) {
            List<V> outputs = new ArrayList<>();
            for (int i = 0; i < pyramid.size(); i++) {
                outputs.add(head("head" + STRIDES.get(i), pyramid.get(i), neck));
            }
            return List.copyOf(outputs);
        }

        private V head(String name, V feature, int neck) {
            V shared = separable(name + ".shared", feature, neck, neck, 3, 1);
            V classes = separable(name + ".class", shared, neck, neck, 3, 1);
            V boxes = separable(name + ".box", shared, neck, neck, 3, 1);
            return operations.add(
                    operations.convolve(boxes, Convolution.output(name + ".box" + OUTPUT, neck, OUTPUTS)),
                    operations.convolve(classes, Convolution.output(name + ".class" + OUTPUT, neck, OUTPUTS)));
        }

        private V blocks(String stage, V input, int channels, int kernel, int count) {
            V x = input;
            for (int i = 1; i <= count; i++) {
                x = operations.add(x, separable(stage + "." + i, x, channels, channels, kernel, 1));
            }
            return x;
        }

        private V separable(String name, V input, int in, int out, int kernel, int stride) {
            V x = operations.convolve(input, Convolution.depthwise(name + ".depthwise", in, kernel, stride));
            return operations.convolve(x, Convolution.pointwise(name + ".pointwise", in, out));
        }
    }
}
