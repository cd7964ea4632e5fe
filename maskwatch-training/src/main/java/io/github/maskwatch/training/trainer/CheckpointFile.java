package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.network.Tensors;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as a file: "MWCK", format version, fingerprint of the run, state, tensors (name, count, big-endian float32 in row-major
 * order), and a CRC-32C over all of it. It is written beside its place, forced to the disk and moved there, so that at any moment the
 * name has either the old checkpoint or the new one, whole.
 */
@SuppressWarnings("try") // scopes and guards act by being open
final class CheckpointFile {
    private static final int MAGIC = 0x4d57434b;
    private static final int VERSION = 2;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final @Nullable String fingerprint;
    private final Opener opener;

    /** Opens a file to write to; tests give one that fails. */
    interface Opener {
        OutputStream open(Path file) throws IOException;
    }

    /** @param fingerprint of the run; null to read that of any run, and never to write */
    CheckpointFile(Path file, @Nullable String fingerprint, Opener opener) {
        this.file = file;
        this.fingerprint = fingerprint;
        this.opener = opener;
    }

    boolean exists() {
        return Files.exists(file);
    }

    void write(TrainingState state, List<NamedTensor> tensors) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (OutputStream out = opener.open(beside)) {
                CheckedOutputStream checked =
                        new CheckedOutputStream(new BufferedOutputStream(out, BUFFER), new CRC32C());
                DataOutputStream data = new DataOutputStream(checked);
                writeContent(data, state, tensors);
                data.writeLong(checked.getChecksum().getValue());
                data.flush();
                if (out instanceof FileOutputStream disk) {
                    disk.getFD().sync();
                }
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CheckpointWriteException(file, e);
        } finally {
            deleteQuietly(beside);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What is left of a failed write is harmless, and the failure itself is already under way.
        }
    }

    private void writeContent(DataOutputStream out, TrainingState state, List<NamedTensor> tensors) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeUTF(Objects.requireNonNull(fingerprint));
        writeState(out, state);
        out.writeInt(tensors.size());
        for (NamedTensor tensor : tensors) {
            out.writeUTF(tensor.name());
            try (PointerScope scope = new PointerScope()) {
                writeFloats(out, Tensors.toArray(tensor.tensor()));
            }
        }
    }

    private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        for (int from = 0; from < values.length; from += BUFFER / Float.BYTES) {
            int count = Math.min(BUFFER / Float.BYTES, values.length - from);
            bytes.asFloatBuffer().put(values, from, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }

    private static void writeState(DataOutputStream out, TrainingState state) throws IOException {
        out.writeInt(state.epoch());
        out.writeInt(state.step());
        out.writeLong(state.steps());
        out.writeDouble(state.lossSum());
        out.writeLong(state.correct());
        out.writeLong(state.judged());
        out.writeLong(state.photos());
        out.writeLong(state.nanos());
        out.writeDouble(state.lastRate());
        out.writeInt(state.history().epochs().size());
        for (EpochResult epoch : state.history().epochs()) {
            out.writeInt(epoch.epoch());
            out.writeDouble(epoch.trainLoss());
            out.writeDouble(epoch.trainAccuracy());
            out.writeDouble(epoch.validationLoss());
            out.writeDouble(epoch.validationAccuracy());
            out.writeDouble(epoch.learningRate());
            out.writeDouble(epoch.imagesPerSecond());
            out.writeLong(epoch.duration().toNanos());
        }
    }

    /**
     * Reads the state, and into each of the given tensors its values. Nothing is changed unless the whole file is sound.
     *
     * @throws IOException one line, if the file is damaged or belongs to another run
     */
    TrainingState read(List<NamedTensor> tensors) throws IOException {
        verify();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw damaged();
            }
            String written = in.readUTF();
            if (fingerprint != null && !written.equals(fingerprint)) {
                throw new IOException(file + " belongs to a run with other photos or other options"
                        + " (were photos added, removed or changed since?): start a new run");
            }
            TrainingState state = readState(in);
            int count = in.readInt();
            if (count != tensors.size()) {
                throw unlike();
            }
            for (NamedTensor tensor : tensors) {
                readTensor(in, tensor);
            }
            return state;
        } catch (EOFException e) {
            throw damaged();
        }
    }

    private IOException damaged() {
        return new IOException(file + " is damaged or no checkpoint of this version of Maskwatch: start a new run");
    }

    /** Its tensors are not those of the network. */
    private IOException unlike() {
        return fingerprint == null
                ? new IOException(
                        file + " holds the weights of another network (a detector of another size?): start from"
                                + " a run of the same kind")
                : damaged();
    }

    private void verify() throws IOException {
        CRC32C sum = new CRC32C();
        long length = Files.size(file) - Long.BYTES;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            CheckedInputStream checked = new CheckedInputStream(in, sum);
            byte[] buffer = new byte[BUFFER];
            for (long left = length; left > 0; ) {
                int read = checked.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw damaged();
                }
                left -= read;
            }
            byte[] end = in.readNBytes(Long.BYTES);
            if (end.length < Long.BYTES || ByteBuffer.wrap(end).getLong() != sum.getValue()) {
                throw damaged();
            }
        }
    }

    private void readTensor(DataInputStream in, NamedTensor tensor) throws IOException {
        if (!in.readUTF().equals(tensor.name())
                || in.readInt() != tensor.tensor().numel()) {
            throw unlike();
        }
        try (PointerScope scope = new PointerScope()) {
            float[] values = new float[Math.toIntExact(tensor.tensor().numel())];
            byte[] bytes = new byte[BUFFER];
            for (int from = 0; from < values.length; from += BUFFER / Float.BYTES) {
                int count = Math.min(BUFFER / Float.BYTES, values.length - from);
                in.readFully(bytes, 0, count * Float.BYTES);
                ByteBuffer.wrap(bytes).asFloatBuffer().get(values, from, count);
            }
            Tensors.fill(tensor.tensor(), values);
        }
    }

    private static TrainingState readState(DataInputStream in) throws IOException {
        TrainingState state = new TrainingState(
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readDouble(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readDouble(),
                TrainingHistory.empty());
        int count = in.readInt();
        List<EpochResult> epochs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            epochs.add(new EpochResult(
                    in.readInt(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    Duration.ofNanos(in.readLong())));
        }
        return state.with(new TrainingHistory(epochs, KeptEpoch.BEST));
    }
}
