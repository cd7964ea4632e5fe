package io.github.maskwatch.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class EightBitProductsTest {

    /** Where the product that is tried comes from. */
    static byte[] product() {
        byte[] weights = new byte[64 * 16];
        Arrays.fill(weights, (byte) 127);
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(GraphProto.newBuilder()
                        .setName("products")
                        .addInput(value("a", TensorProto.DataType.UINT8_VALUE, 64))
                        .addInitializer(TensorProto.newBuilder()
                                .setName("b")
                                .setDataType(TensorProto.DataType.INT8_VALUE)
                                .addDims(64)
                                .addDims(16)
                                .setRawData(ByteString.copyFrom(weights)))
                        .addNode(NodeProto.newBuilder()
                                .setOpType("MatMulInteger")
                                .addAllInput(List.of("a", "b"))
                                .addOutput("sums"))
                        .addOutput(value("sums", TensorProto.DataType.INT32_VALUE, 16)))
                .build()
                .toByteArray();
    }

    private static ValueInfoProto value(String name, int type, long width) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type)
                                .setShape(TensorShapeProto.newBuilder()
                                        .addDim(Dimension.newBuilder().setDimValue(1))
                                        .addDim(Dimension.newBuilder().setDimValue(width)))))
                .build();
    }

    @Test
    void theResourceIsTheProductThatItSays() throws IOException {
        try (InputStream in = EightBitProducts.class.getResourceAsStream("products.onnx")) {
            assertThat(in).isNotNull();
            assertThat(in.readAllBytes()).isEqualTo(product());
        }
    }

    static boolean processorTells() throws IOException {
        return Files.isReadable(Path.of("/proc/cpuinfo"))
                && Files.readString(Path.of("/proc/cpuinfo")).contains("_vnni");
    }

    @Test
    @EnabledIf(
            value = "processorTells",
            disabledReason = "this processor is not known to have VNNI, so that either answer may be right")
    void withVnniNothingRunsOver() {
        assertThat(EightBitProducts.runOver()).isFalse();
    }
}
