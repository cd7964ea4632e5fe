package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/**
 * Whether this processor adds up products of eight bits rightly. On x86 without VNNI, ONNX Runtime multiplies unsigned by signed numbers with
 * an instruction (VPMADDUBSW) that adds two products in sixteen bits and cuts off what is larger: a network in eight bits then answers, only
 * worse, and differently from machine to machine. Its option {@code session.x64quantprecision} takes another way, which is right
 * everywhere and slower by two thirds; it would take it on a processor with VNNI, too. So one matrix product tells.
 */
final class EightBitProducts {
    /** [1, 64] unsigned times [64, 16] signed, all of them 127; what comes of 255s runs over in sixteen bits. */
    private static final String PRODUCT = "products.onnx";

    private static final int FACTORS = 64;
    private static final int RIGHT = 255 * 127 * FACTORS;

    private EightBitProducts() {}

    /** Tried once in a process. If it cannot be tried, they are taken to run over, which costs time only. */
    static boolean runOver() {
        return Holder.RUN_OVER;
    }

    private static final class Holder {
        static final boolean RUN_OVER = tried();
    }

    private static boolean tried() {
        ByteBuffer largest = ByteBuffer.allocateDirect(FACTORS).order(ByteOrder.nativeOrder());
        for (int i = 0; i < FACTORS; i++) {
            largest.put(i, (byte) 255);
        }
        try (SessionOptions options = new SessionOptions()) {
            OrtEnvironment environment = OnnxRuntime.environment();
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(product(), options);
                    OnnxTensor input =
                            OnnxTensor.createTensor(environment, largest, new long[] {1, FACTORS}, OnnxJavaType.UINT8);
                    OrtSession.Result result = session.run(Map.of("a", input))) {
                int[][] sums = (int[][]) result.get(0).getValue();
                return Arrays.stream(sums[0]).anyMatch(sum -> sum != RIGHT);
            }
        } catch (OrtException | IOException e) {
            return true;
        }
    }

    private static byte[] product() throws IOException {
        try (InputStream in = EightBitProducts.class.getResourceAsStream(PRODUCT)) {
            if (in == null) {
                throw new IOException(PRODUCT + " is not in this build of Maskwatch");
            }
            return in.readAllBytes();
        }
    }
}
