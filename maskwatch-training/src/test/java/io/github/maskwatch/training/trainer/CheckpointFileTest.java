package io.github.maskwatch.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
    private static final TrainingState STATE = new TrainingState(
            1,
            5,
            13,
            2.5,
            40,
            45,
            50,
            123,
            1e-3,
            TrainingHistory.empty().plus(new EpochResult(1, 0.5, 0.8, 0.4, 0.9, 1e-3, 50, Duration.ofMillis(1500))));

    @TempDir
    Path folder;

    private PointerScope scope;
    private Tensor large;
    private Tensor ordered;

    @BeforeAll
    static void load() throws Exception {
        Torch.load();
    }

    @BeforeEach
    void tensors() {
        scope = new PointerScope();
        Torch.seed(1);
        large = torch.rand(70_000);
        ordered = torch.rand(4, 3, 5, 5).contiguous(torch.MemoryFormat.ChannelsLast);
    }

    @AfterEach
    void free() {
        scope.close();
    }

    private List<NamedTensor> both() {
        return List.of(new NamedTensor("large", large), new NamedTensor("ordered", ordered));
    }

    private CheckpointFile file(String fingerprint) {
        return new CheckpointFile(folder.resolve("last.ckpt"), fingerprint, f -> new FileOutputStream(f.toFile()));
    }

    @Test
    void givesBackEveryBitInWhateverOrderTensorsLieInMemory() throws Exception {
        float[] largeBefore = Tensors.toArray(large);
        float[] orderedBefore = Tensors.toArray(ordered);
        file("a").write(STATE, both());
        large.zero_();
        ordered.zero_();

        assertThat(file("a").read(both())).isEqualTo(STATE);
        assertThat(Tensors.toArray(large)).isEqualTo(largeBefore);
        assertThat(Tensors.toArray(ordered)).isEqualTo(orderedBefore);
        assertThat(ordered.is_contiguous(torch.MemoryFormat.ChannelsLast)).isTrue();
        assertThat(folder).isDirectoryContaining("glob:**last.ckpt");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aDamagedFileIsRefusedAndChangesNothing() throws Exception {
        file("a").write(STATE, both());
        Path path = folder.resolve("last.ckpt");
        byte[] bytes = Files.readAllBytes(path);
        float[] before = Tensors.toArray(large);
        large.add_(new org.bytedeco.pytorch.Scalar(1));
        float[] changed = Tensors.toArray(large);

        for (int place : new int[] {0, 5, 300, bytes.length / 2, bytes.length - 1}) {
            byte[] broken = bytes.clone();
            broken[place] ^= 1;
            Files.write(path, broken);
            assertThatThrownBy(() -> file("a").read(both())).hasMessageContaining("damaged");
        }
        Files.write(path, java.util.Arrays.copyOf(bytes, 1000));
        assertThatThrownBy(() -> file("a").read(both())).hasMessageContaining("damaged");
        Files.write(path, new byte[0]);
        assertThatThrownBy(() -> file("a").read(both())).hasMessageContaining("damaged");
        assertThat(Tensors.toArray(large)).isEqualTo(changed).isNotEqualTo(before);
    }

    @Test
    void aCheckpointOfOtherPhotosOrOptionsIsRefused() throws Exception {
        file("a").write(STATE, both());

        assertThatThrownBy(() -> file("b").read(both())).hasMessageContaining("other photos or other options");
    }

    @Test
    void whenTheDiskIsFullTheOneBeforeStays() throws Exception {
        file("a").write(STATE, both());
        byte[] before = Files.readAllBytes(folder.resolve("last.ckpt"));
        CheckpointFile full = new CheckpointFile(folder.resolve("last.ckpt"), "a", f -> new FullDisk(f, 100_000));

        assertThatThrownBy(() -> full.write(TrainingState.start(), both()))
                .isInstanceOf(CheckpointWriteException.class)
                .hasMessageContaining("last.ckpt: No space left on device")
                .hasMessageContaining("--resume");
        assertThat(Files.readAllBytes(folder.resolve("last.ckpt"))).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactly("last.ckpt");
    }

    /** Takes so many bytes and no more. */
    private static final class FullDisk extends OutputStream {
        private final OutputStream file;
        private int left;

        FullDisk(Path path, int capacity) throws IOException {
            file = Files.newOutputStream(path);
            left = capacity;
        }

        @Override
        public void write(int b) throws IOException {
            if (left-- <= 0) {
                throw new IOException("No space left on device");
            }
            file.write(b);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
