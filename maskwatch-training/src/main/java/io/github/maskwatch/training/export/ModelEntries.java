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

    /** The entries by their names. */
    public static Map<String, String> of(ModelProto model) {
        Map<String, String> entries = new TreeMap<>();
        for (StringStringEntryProto entry : model.getMetadataPropsList()) {
            entries.put(entry.getKey(), entry.getValue());
        }
        return entries;
    }

    /** Gives a model these entries and no others. */
    public static void set(ModelProto.Builder model, Map<String, String> entries) {
        model.clearMetadataProps();
        entries.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    }

    /**
     * The same model with some entries new or replaced.
     *
     * @param title what messages call the file
     * @throws IOException one line, if it is no ONNX model
     */
    public static byte[] with(byte[] model, String title, Map<String, String> more) throws IOException {
        ModelProto parsed = parsed(model, title);
        Map<String, String> entries = of(parsed);
        entries.putAll(more);
        ModelProto.Builder changed = parsed.toBuilder();
        set(changed, entries);
        return changed.build().toByteArray();
    }

    /** @throws IOException one line, if it is no ONNX model */
    static ModelProto parsed(byte[] model, String title) throws IOException {
        try {
            return ModelProto.parseFrom(model);
        } catch (InvalidProtocolBufferException e) {
            throw new IOException(title + " is no ONNX model: wanted the model.onnx of a detector", e);
        }
    }
}
