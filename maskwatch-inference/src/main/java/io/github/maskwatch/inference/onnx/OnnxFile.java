package io.github.maskwatch.inference.onnx;

import io.github.maskwatch.inference.format.ModelFormatException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The outermost level of an ONNX file: which fields of {@code ModelProto} are there, and the metadata among them. It is walked in
 * Java before ONNX Runtime sees the file, for two reasons: a file that is no model at all never reaches native code, and a message
 * can tell a truncated model from a text file.
 *
 * <p>The file is one protobuf message: a sequence of (tag, value), where a tag is {@code field << 3 | wire type}
 * (onnx.proto3 and protobuf.dev/programming-guides/encoding). The fields of {@code ModelProto} needed here are 1 {@code ir_version},
 * 7 {@code graph} and 14 {@code metadata_props}; those of the latter's entries 1 {@code key} and 2 {@code value}.
 */
final class OnnxFile {
    private static final int IR_VERSION = 1;
    private static final int GRAPH = 7;
    private static final int METADATA_PROPS = 14;
    // The highest field of ModelProto is 26 (configuration); a text file starts with a higher one.
    private static final int HIGHEST_FIELD = 64;

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private final String name;
    private int at;

    private OnnxFile(byte[] bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    /**
     * The metadata of the model.
     *
     * @param name what messages call the file
     * @throws ModelFormatException if this is no ONNX model, or only the beginning of one
     */
    static Map<String, String> metadata(byte[] bytes, String name) throws ModelFormatException {
        return new OnnxFile(bytes, name).metadata();
    }

    private Map<String, String> metadata() throws ModelFormatException {
        Map<String, String> metadata = new LinkedHashMap<>();
        boolean graph = false;
        boolean version = false;
        while (at < bytes.length) {
            int start = at;
            long tag = varint();
            int field = (int) (tag >>> 3);
            if (field < 1 || field > HIGHEST_FIELD || tag >>> 3 > HIGHEST_FIELD) {
                throw start == 0 ? notOnnx() : damaged(start);
            }
            int end = endOfValue((int) (tag & 7), start);
            graph |= field == GRAPH;
            version |= field == IR_VERSION;
            if (field == METADATA_PROPS) {
                putEntry(end, metadata);
            }
            at = end;
        }
        if (!graph || !version) {
            throw graph || version ? truncated() : notOnnx();
        }
        return metadata;
    }

    private int endOfValue(int wireType, int start) throws ModelFormatException {
        switch (wireType) {
            case VARINT -> {
                varint();
                return at;
            }
            case FIXED64 -> {
                return within(at + 8L);
            }
            case BYTES -> {
                long length = varint();
                if (length < 0) {
                    throw damaged(start);
                }
                return within(at + length);
            }
            case FIXED32 -> {
                return within(at + 4L);
            }
            default -> throw start == 0 ? notOnnx() : damaged(start);
        }
    }

    private int within(long end) throws ModelFormatException {
        // A text file may look like a field of a few bytes, and then like one that is too long; a length near 2^63
        // overflows.
        if (end < at || end > bytes.length) {
            throw bytes[0] == (IR_VERSION << 3 | VARINT) ? truncated() : notOnnx();
        }
        return (int) end;
    }

    private void putEntry(int end, Map<String, String> metadata) throws ModelFormatException {
        String key = "";
        String value = "";
        while (at < end) {
            int start = at;
            long tag = varint();
            int fieldEnd = endOfValue((int) (tag & 7), start);
            if (fieldEnd > end || (tag & 7) != BYTES) {
                throw damaged(start);
            }
            int length = lengthOf(fieldEnd);
            String text = new String(bytes, fieldEnd - length, length, StandardCharsets.UTF_8);
            if (tag >>> 3 == 1) {
                key = text;
            } else {
                value = text;
            }
            at = fieldEnd;
        }
        metadata.put(key, value);
    }

    // After endOfValue the position is behind the length, at the first byte of the value.
    private int lengthOf(int fieldEnd) {
        return fieldEnd - at;
    }

    private long varint() throws ModelFormatException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= bytes.length) {
                throw truncated();
            }
            byte b = bytes[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw damaged(at);
    }

    private ModelFormatException notOnnx() {
        return new ModelFormatException(
                name + " is not an ONNX model; give the model.onnx of a training run, or \"classic\"");
    }

    private ModelFormatException truncated() {
        return new ModelFormatException(
                name + " ends in the middle of the model (" + bytes.length + " bytes are there); copy it again");
    }

    private ModelFormatException damaged(int position) {
        return new ModelFormatException(
                name + " is damaged at byte " + position + " of " + bytes.length + "; copy it again");
    }
}
