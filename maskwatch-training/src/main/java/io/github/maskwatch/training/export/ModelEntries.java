package io.github.maskwatch.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What a model file says about itself, read and replaced without touching the network. */
public final class ModelEntries {
    private ModelEntries() {}

    /**
     * The entries by their names.
     *
     * @param title what messages call the file
     * @throws IOException one line, if it is no ONNX model
     */
    public static Map<String, String> of(byte[] model, String title) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        for (StringStringEntryProto entry : parsed(model, title).getMetadataPropsList()) {
            entries.put(entry.getKey(), entry.getValue());
        }
        return entries;
    }

    /**
     * The same model with some entries new or replaced.
     *
     * @throws IOException as {@link #of}
     */
    public static byte[] with(byte[] model, String title, Map<String, String> more) throws IOException {
        Map<String, String> entries = of(model, title);
        entries.putAll(more);
        ModelProto.Builder changed = parsed(model, title).toBuilder().clearMetadataProps();
        entries.forEach((key, value) -> changed.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return changed.build().toByteArray();
    }

    private static ModelProto parsed(byte[] model, String title) throws IOException {
        try {
            return ModelProto.parseFrom(model);
        } catch (InvalidProtocolBufferException e) {
            throw new IOException(title + " is no ONNX model: wanted the model.onnx of a detector", e);
        }
    }
}
